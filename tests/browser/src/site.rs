//! What is in the finished site: its routes, and the order of its pages.

use std::io;
use std::path::{Path, PathBuf};

use bearings_domain::{Catalog, Chunk, Strings};

use crate::engine::children;

/// Why the folder cannot be tested.
#[derive(Debug, thiserror::Error)]
pub enum SiteError {
    /// A file is missing or cannot be read.
    #[error("{path}: {source}; build the site first: cargo xtask build")]
    Read {
        /// Which file.
        path: PathBuf,
        /// The system's reason.
        source: io::Error,
    },
    /// There is no catalog, or one that this build cannot read.
    #[error("{path} has no catalog that fits these tests; build the site again: cargo xtask build")]
    Catalog {
        /// The folder.
        path: PathBuf,
    },
}

/// The finished site.
#[derive(Debug)]
pub struct Site {
    /// The folder it is in.
    pub dist: PathBuf,
    /// Every page by its file, such as `guide/bone-scan.html`; places first. The page for what is
    /// not there is among them.
    pub routes: Vec<String>,
    /// The files of the pages of the spine, in their order.
    pub spine: Vec<String>,
    /// The short texts of the app, to know what it says by what it means.
    pub texts: Strings,
}

impl Site {
    /// Reads what is in the folder.
    pub fn read(dist: &Path) -> Result<Self, SiteError> {
        let dist = dist.canonicalize().map_err(|source| SiteError::Read {
            path: dist.to_owned(),
            source,
        })?;
        let mut routes = Vec::new();
        for folder in ["", "guide"] {
            for path in children(&dist.join(folder)) {
                if path.extension().is_some_and(|ending| ending == "html") {
                    let name = path.strip_prefix(&dist).unwrap_or(&path);
                    routes.push(name.to_string_lossy().replace('\\', "/"));
                }
            }
        }
        // The reviewer's sheet is a long file for a few, without the frame of a page.
        routes.retain(|route| route != "review.html");
        let catalog = Self::catalog(&dist)?;
        let spine = catalog
            .spine_pages()
            .map(|entry| format!("guide/{}.html", entry.id))
            .collect();
        Ok(Self {
            dist,
            routes,
            spine,
            texts: catalog.strings,
        })
    }

    fn catalog(dist: &Path) -> Result<Catalog, SiteError> {
        let missing = || SiteError::Catalog {
            path: dist.to_owned(),
        };
        let read = |start: &str| {
            let is_it = |path: &PathBuf| {
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                name.starts_with(start) && name.ends_with(".json")
            };
            let path = children(dist).into_iter().find(is_it).ok_or_else(missing)?;
            std::fs::read_to_string(&path).map_err(|source| SiteError::Read { path, source })
        };
        let mut catalog = Catalog::from_texts(&read("texts-")?).map_err(|_| missing())?;
        let pages = read("catalog-")?;
        catalog.learn_pages(&pages).map_err(|_| missing())?;
        // The texts leave out what only chunks say.
        for chunk in Chunk::ALL {
            let texts = read(&format!("{}-", chunk.name()))?;
            catalog.strings.learn(&texts).map_err(|_| missing())?;
        }
        Ok(catalog)
    }

    /// Every page that becomes an app: all but the one for addresses that are not there, which
    /// cannot know where the app is.
    pub fn apps(&self) -> impl Iterator<Item = &String> {
        self.routes.iter().filter(|route| *route != "404.html")
    }

    /// The first page of the spine whose file holds a piece of HTML, quotes left out: a page may
    /// do without them.
    pub fn page_with(&self, html: &str) -> Option<&str> {
        let holds = |page: &&String| {
            let text = std::fs::read_to_string(self.dist.join(page.as_str()));
            text.is_ok_and(|text| text.replace('"', "").contains(html))
        };
        self.spine.iter().find(holds).map(String::as_str)
    }

    /// The `index`th page of the spine; the journeys need a few to walk through.
    pub fn page(&self, index: usize) -> &str {
        self.spine.get(index).map_or("index.html", String::as_str)
    }
}

/// The id of a page from its file: `bone-scan` from `guide/bone-scan.html`.
pub fn page_id(file: &str) -> &str {
    let name = file.rsplit('/').next().unwrap_or(file);
    name.strip_suffix(".html").unwrap_or(name)
}
