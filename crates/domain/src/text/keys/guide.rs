//! Around every page: the site, the contents, reading and its marks.

/// Hands its keys on to the next list, after those it was given.
macro_rules! guide {
    ([$next:ident $($rest:ident)*] $($keys:tt)*) => {
        $next! {
            [$($rest)*]
            $($keys)*

            /// The name of the site.
            Brand = "brand";
            /// The link past the navigation to the text.
            SkipLink = "skip-link";
            /// Said, not seen: the name of the main navigation.
            DestinationsLabel = "destinations-label";
            /// The destination Today.
            DestinationToday = "destination-today";
            /// The destination Guide.
            DestinationGuide = "destination-guide";
            /// The destination Visits.
            DestinationVisits = "destination-visits";
            /// The destination Notes.
            DestinationNotes = "destination-notes";
            /// The destination Help.
            DestinationHelp = "destination-help";
            /// Said, not seen: the name of the way from the guide to this page.
            BreadcrumbLabel = "breadcrumb-label";
            /// The link from a page to its part in the contents: `{number}` of the part.
            UpToPart = "up-to-part" ["number"];
            /// The link from a page of *Choose to read* back to where that part begins.
            UpToChoose = "up-to-choose";
            /// The number of a part: `{number}`.
            PartLabel = "part-label" ["number"];
            /// Opens the list of the pages of a topic: `{count}` of them.
            TopicPages = "topic-pages" ["count"];
            /// The title of the window: `{title}` of the page.
            PageTitle = "page-title" ["title"];
            /// Said, not seen: the name of the list of parts and pages.
            ContentsLabel = "contents-label";
            /// Before the link to the hard topics, which a person asks to see.
            ChooseLead = "choose-lead";

            /// How long this page takes, more than one minute: `{minutes}`.
            MinutesPage = "minutes-page" ["minutes"];
            /// How long this page takes: one minute.
            MinutesPageOne = "minutes-page-one";
            /// How long the unread pages of this part take, more than one minute: `{minutes}`.
            MinutesPart = "minutes-part" ["minutes"];
            /// How long the unread pages of this part take: one minute.
            MinutesPartOne = "minutes-part-one";

            /// Said, not seen: the name of the links to the previous and the next page.
            PageNavLabel = "page-nav-label";
            /// Before the title of the previous page.
            Previous = "previous";
            /// Before the title of the next page.
            Next = "next";

            /// The button that marks this page as read.
            MarkRead = "mark-read";
            /// The button that marks this page as unread.
            MarkUnread = "mark-unread";
            /// The word beside a page that has been read.
            ReadMark = "read-mark";
            /// Before the title of the page where the person left off.
            ResumeLead = "resume-lead";
            /// The link to the line where the person left off.
            ResumeGo = "resume-go";
            /// The button that forgets which pages were read.
            StartAgain = "start-again";
            /// Said after that, beside the way back.
            StartAgainDone = "start-again-done";
            /// The button that takes the last step back.
            Undo = "undo";
            /// Said when that has been done.
            Undone = "undone";

            /// The button that copies the address of the page.
            CopyLink = "copy-link";
            /// Said when the address has been copied.
            CopyLinkDone = "copy-link-done";
            /// Said before the address when the browser does not let us copy it.
            CopyLinkFallback = "copy-link-fallback";
            /// Said to screen readers when another page has come: `{title}`.
            NowReading = "now-reading" ["title"];
        }
    };
}

pub(super) use guide;
