//! Search.

/// Hands its keys on to the next list, after those it was given.
macro_rules! find {
    ([$next:ident $($rest:ident)*] $($keys:tt)*) => {
        $next! {
            [$($rest)*]
            $($keys)*

            /// The button on every page that opens search.
            Find = "find";
            /// The name of the field.
            FindLabel = "find-label";
            /// Search is on its way.
            FindBusy = "find-busy";
            /// Search could not be had.
            FindFailed = "find-failed";

            /// What can be typed, while nothing is.
            SearchLead = "search-lead";
            /// Leads to Help.
            SearchHelp = "search-help";
            /// Leads to the list of words.
            SearchWords = "search-words";
            /// Leads to the contents.
            SearchContents = "search-contents";
            /// The heading over these ways.
            SearchWays = "search-ways";
            /// Said, not seen: the name of the list of what was found.
            SearchFound = "search-found";
            /// Said to screen readers: there is one result.
            SearchCountOne = "search-count-one";
            /// Said to screen readers: how many results there are, `{count}`.
            SearchCount = "search-count" ["count"];
            /// Said to screen readers before that: the first one says whom to call.
            SearchCountSign = "search-count-sign";
            /// There is nothing.
            SearchNothing = "search-nothing";
            /// Before words that are near what was typed.
            SearchNear = "search-near";
            /// A sign, until its words have come from Help.
            SearchSign = "search-sign";
            /// Below a sign: where it leads.
            SearchSignMore = "search-sign-more";
            /// Beside a word of the list of words.
            SearchTerm = "search-term";
            /// Beside a place that is no page of the guide.
            SearchPlace = "search-place";
            /// Opens the list of what is in *Choose to read*.
            SearchChoose = "search-choose";
        }
    };
}

pub(super) use find;
