//! The pages of a finished site, and a server that has them ready.

use std::io::{self, Read, Write};
use std::net::TcpStream;
use std::path::Path;

use bearings_host::{Options, Server};

use super::WarmError;
use crate::Failure;
use crate::project::{self, ProjectError};

/// A page of the site.
#[derive(Clone, Debug)]
pub(super) struct Page {
    /// Below the root: `guide/bone-scan.html`.
    pub(super) file: String,
    /// Whether the app takes over.
    pub(super) has_app: bool,
    /// The page that "Next" leads to.
    pub(super) next: Option<String>,
    /// The bytes of the file, as they lie on the disk.
    size: usize,
    /// The files it needs and the pages it fetches ahead.
    needs: Vec<String>,
}

/// Every page of a finished site: the destinations, then the guide, each in the order of its name.
pub(super) fn pages(dist: &Path) -> Result<Vec<Page>, ProjectError> {
    let mut pages = Vec::new();
    for file in project::files(dist, &|_| true)? {
        let below = project::slashes(file.strip_prefix(dist).unwrap_or(&file));
        if file.extension().is_some_and(|end| end == "html") {
            pages.push(read(dist, &below)?);
        }
    }
    pages.sort_by_key(|page| (page.is_guide_page(), page.file.clone()));
    Ok(pages)
}

/// One page.
pub(super) fn read(dist: &Path, file: &str) -> Result<Page, ProjectError> {
    let path = dist.join(file);
    let html = std::fs::read_to_string(&path).map_err(ProjectError::at(&path))?;
    let folder = file.rsplit_once('/').map_or("", |(folder, _)| folder);
    let beside = |name: &str| match folder {
        "" => name.to_owned(),
        _ => format!("{folder}/{name}"),
    };
    let next = between(&html, "rel=\"next\" href=\"").map(beside);
    let previous = between(&html, "rel=\"prev\" href=\"").map(beside);
    let assets = ["data-app=\"", "data-files=\""];
    let assets = assets.iter().filter_map(|name| between(&html, name));
    let names = assets.flat_map(|names| names.split(' '));
    let needs: Vec<String> = names.map(str::to_owned).collect();
    Ok(Page {
        file: file.to_owned(),
        has_app: !needs.is_empty(),
        size: html.len(),
        needs: needs
            .into_iter()
            .chain(next.clone())
            .chain(previous)
            .collect(),
        next,
    })
}

impl Page {
    /// Whether it is one of the guide's own pages.
    pub(super) fn is_guide_page(&self) -> bool {
        self.file.starts_with("guide/")
    }
}

/// The guide page of middle size that has a next one.
pub(super) fn typical(pages: &[Page]) -> Option<&Page> {
    let mut guide: Vec<&Page> = pages
        .iter()
        .filter(|page| page.is_guide_page() && page.next.is_some())
        .collect();
    guide.sort_by_key(|page| page.size);
    guide.get(guide.len() / 2).copied()
}

/// What stands between this and the next quote.
fn between<'a>(html: &'a str, before: &str) -> Option<&'a str> {
    let rest = &html[html.find(before)? + before.len()..];
    Some(&rest[..rest.find('"')?])
}

/// Serves a finished site, with everything that these pages need compressed beforehand: we
/// measure the site and not our server.
pub(super) fn serve(dist: &Path, pages: &[Page]) -> Result<Server, Failure> {
    let server = Server::start(Options::new(dist))?;
    let mut files: Vec<&str> = pages
        .iter()
        .flat_map(|page| page.needs.iter().chain([&page.file]))
        .map(String::as_str)
        .collect();
    files.sort_unstable();
    files.dedup();
    for file in files {
        ask(&server, file).map_err(WarmError)?;
    }
    Ok(server)
}

/// Serves a finished site with every file of it compressed beforehand.
pub(super) fn serve_all(dist: &Path) -> Result<Server, Failure> {
    let server = Server::start(Options::new(dist))?;
    for file in project::files(dist, &|_| true)? {
        let below = project::slashes(file.strip_prefix(dist).unwrap_or(&file));
        ask(&server, &below).map_err(WarmError)?;
    }
    Ok(server)
}

fn ask(server: &Server, file: &str) -> io::Result<()> {
    let mut stream = TcpStream::connect(server.address())?;
    write!(
        stream,
        "GET /{file} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: br\r\nConnection: close\r\n\r\n"
    )?;
    stream.read_to_end(&mut Vec::new()).map(|_| ())
}

#[cfg(test)]
mod tests {
    use super::between;

    #[test]
    fn the_next_page_is_found_in_the_text_of_a_page() {
        let html = "<a rel=\"next\" href=\"ct-scan.html\" class=\"next\">";
        assert_eq!(between(html, "rel=\"next\" href=\""), Some("ct-scan.html"));
        assert_eq!(between(html, "rel=\"prev\" href=\""), None);
    }
}
