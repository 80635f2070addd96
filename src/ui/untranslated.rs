//! Pages of the guide that stand in English among those of another language.

use bearings_domain::ids::PageId;
use bearings_domain::lang::Lang;
use bearings_domain::route::Destination;
use leptos::prelude::use_context;

/// The pages whose titles are in English, for the page that is written now: see [`lang_of`].
#[derive(Debug, Clone, Default)]
pub struct Untranslated(Vec<PageId>);

impl Untranslated {
    /// These pages of the guide; places are not listed by their titles.
    pub fn of<'a>(pages: impl Iterator<Item = &'a Destination>) -> Self {
        let pages = pages.filter_map(|to| match to {
            Destination::Page(id) => Some(id.clone()),
            _ => None,
        });
        Self(pages.collect())
    }
}

/// What `lang` has to say of the title of a page, in a view: nothing where it is in the language of
/// what is around it.
pub fn lang_of(page: &PageId) -> Option<String> {
    let is_english = use_context::<Untranslated>().is_some_and(|pages| pages.0.contains(page));
    is_english.then(|| Lang::ENGLISH.code().to_owned())
}
