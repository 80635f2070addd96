//! Renders the routes.

use crate::assets::Names;
use crate::head::{self, Head};
use crate::shell::{Shell, write};
use crate::{PrerenderError, all_pages, alternates};
use bearings::app::App;
use bearings::tools::Tools;
use bearings::{AppState, Prose, Sample, Untranslated};
use bearings_content::{CompiledPage, Guide, Site};
use bearings_domain::lang::Lang;
use bearings_domain::route::Destination;
use bearings_domain::text::Text;
use futures::StreamExt;
use leptos::prelude::*;
use std::path::Path;

/// Writes every page of one language. Returns how many.
pub fn write_pages(
    (guide, site): (&Guide, &Site),
    shell: &Shell,
    names: &Names,
    out: &Path,
) -> Result<usize, PrerenderError> {
    // Leptos needs an executor, although nothing here waits for anything.
    _ = any_spawner::Executor::init_tokio();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .map_err(|source| PrerenderError::File {
            path: String::from("the renderer"),
            source,
        })?;
    let mut count = 0;
    for page in all_pages(site) {
        let body = runtime.block_on(tokio::task::LocalSet::new().run_until(body(site, page)));
        let html = document((guide, site), shell, names, page, &body);
        write(&out.join(page.route.file()), html.as_bytes())?;
        count += 1;
    }
    Ok(count)
}

/// Everything inside `<body>`.
async fn body(site: &Site, page: &CompiledPage) -> String {
    let owner = Owner::new_root(None);
    let stream = owner.with(|| {
        let state = AppState::new(site.catalog.clone(), page.route.clone());
        let mut article = Prose::from(&page.article);
        if page.lang != site.lang {
            article = article.in_lang(page.lang.code(), page.lang.direction());
        }
        let pages = site.pages.iter().filter(|page| page.lang != site.lang);
        if let Some(sample) = sample(site) {
            provide_context(sample);
        }
        provide_context(Untranslated::of(pages.map(|page| &page.route.to)));
        if page.route.is_tool() {
            view! { <Tools state article /> }.to_html_stream_in_order()
        } else {
            view! { <App state article /> }.to_html_stream_in_order()
        }
    });
    let html = stream.collect::<String>().await;
    drop(owner);
    // Leptos marks places for a view that would take over from there. None does.
    html.replace("<!>", "").replace("<!---->", "")
}

/// A paragraph to try the settings on: the first that is long enough to show lines, and has neither
/// links nor words to explain.
fn sample(site: &Site) -> Option<Sample> {
    site.pages.iter().find_map(|page| {
        let paragraphs = page.article.as_str().split("<p").skip(1);
        let mut texts = paragraphs.filter_map(|rest| {
            let text = rest.split_once('>')?.1.split("</p>").next()?;
            (text.len() > 180 && !text.contains(['<', '&'])).then(|| text.to_owned())
        });
        Some(Sample {
            page: page.route.to.clone(),
            title: page.title.clone(),
            text: texts.next()?,
        })
    })
}

fn document(
    (guide, site): (&Guide, &Site),
    shell: &Shell,
    names: &Names,
    page: &CompiledPage,
    body: &str,
) -> String {
    let strings = &site.catalog.strings;
    let title = match page.route.to {
        Destination::Today => strings.get(Text::Brand).to_owned(),
        _ => strings.fill(Text::PageTitle, &[("title", &page.title)]),
    };
    // The not-found page may be shown at any depth, where the way to the root is unknown.
    let is_app = page.route.to != Destination::NotFound;
    let find_home;
    let (first, last) = if is_app {
        (&shell.first, shell.boot(site.lang))
    } else {
        // From the folder of the language: the links are those of its other pages.
        let up = if site.lang == Lang::ENGLISH {
            ""
        } else {
            "../"
        };
        let catalog = [up, &names.catalog].concat();
        find_home = shell.find_home.replace("CATALOG", &catalog);
        (&find_home, "")
    };
    let others = alternates::links(guide, site, page);
    let head = Head {
        lang: site.lang,
        title: &title,
        description: &page.description,
        root: page.route.root(),
        names: is_app.then_some(names),
        route: &page.route,
        others: &others,
        reviewed: page.reviewed.map(|date| date.to_string()),
        resumes: matches!(page.route.to, Destination::Today | Destination::Guide),
        first,
        last,
    };
    let last = if last.is_empty() {
        String::new()
    } else {
        format!("<script type=\"module\" id=\"boot\">{last}</script>")
    };
    format!(
        "{}<body>{body}{last}</body></html>",
        head::render(&head, shell)
    )
}
