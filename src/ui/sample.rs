//! A paragraph of the guide that settings are tried on.

use bearings_domain::route::Destination;

/// The paragraph, and where it stands: for the page that is written now.
#[derive(Debug, Clone)]
pub struct Sample {
    /// The page it is from.
    pub page: Destination,
    /// The title of that page.
    pub title: String,
    /// Its words.
    pub text: String,
}
