//! Renders the routes.

use crate::assets::Names;
use crate::head::{self, Head};
use crate::shell::{Shell, write};
use crate::{PrerenderError, all_pages};
use bearings::app::App;
use bearings::tools::Tools;
use bearings::{AppState, Prose};
use bearings_content::{CompiledPage, Site};
use bearings_domain::route::Route;
use bearings_domain::text::Text;
use futures::StreamExt;
use leptos::prelude::*;
use std::path::Path;

/// Writes every page. Returns how many.
pub fn write_pages(
    site: &Site,
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
        let html = document(site, shell, names, page, &body);
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
        let article = Prose::from(&page.article);
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

fn document(site: &Site, shell: &Shell, names: &Names, page: &CompiledPage, body: &str) -> String {
    let strings = &site.catalog.strings;
    let title = match page.route {
        Route::Today => strings.get(Text::Brand).to_owned(),
        _ => strings.fill(Text::PageTitle, &[("title", &page.title)]),
    };
    // The not-found page may be shown at any depth, where the way to the root is unknown.
    let is_app = page.route != Route::NotFound;
    let find_home;
    let (first, last) = if is_app {
        (&shell.first, shell.boot.as_str())
    } else {
        find_home = shell.find_home.replace("CATALOG", &names.catalog);
        (&find_home, "")
    };
    let head = Head {
        title: &title,
        description: &page.description,
        root: page.route.root(),
        names: is_app.then_some(names),
        route: &page.route,
        reviewed: page.reviewed.map(|date| date.to_string()),
        resumes: matches!(page.route, Route::Today | Route::Guide),
        regional: body.contains("<span class=\"us\">"),
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
