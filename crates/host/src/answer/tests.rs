use http_body_util::BodyExt;
use hyper::header::{self, HeaderMap, HeaderName, HeaderValue};
use hyper::{Method, Response, Uri};

use super::answer;
use crate::body::AnswerBody;
use crate::fault::Fault;
use crate::pattern::Pattern;
use crate::site::Site;
use crate::testing::Folder;

struct Fixture {
    _folder: Folder,
    site: Site,
}

fn fixture(capture: bool) -> Fixture {
    let long = format!(
        "<html><head></head><body>{}</body></html>",
        "bone scan ".repeat(100)
    );
    let folder = Folder::new(&[
        ("index.html", "<html><head></head><body>Today</body></html>"),
        ("guide/bone-scan.html", &long),
        ("app-0123abcd.js", "start()"),
        (
            "404.html",
            "<html><head></head><body>We could not find that</body></html>",
        ),
    ]);
    let site = Site::new(folder.path().to_owned(), "/a/".to_owned(), capture, false);
    Fixture {
        _folder: folder,
        site,
    }
}

impl Fixture {
    #[track_caller]
    fn send(
        &self,
        method: &Method,
        path: &str,
        asked: &[(HeaderName, &str)],
    ) -> Response<AnswerBody> {
        let mut headers = HeaderMap::new();
        for (name, value) in asked {
            headers.insert(name, HeaderValue::from_str(value).expect("a header"));
        }
        let uri: Uri = path.parse().expect("an address");
        answer(&self.site, method, &uri, &headers)
            .response
            .expect("an answer")
    }

    #[track_caller]
    fn get(&self, path: &str) -> Response<AnswerBody> {
        self.send(&Method::GET, path, &[])
    }
}

fn head(response: &Response<AnswerBody>, name: HeaderName) -> &str {
    response
        .headers()
        .get(name)
        .map_or("", |value| value.to_str().expect("plain text"))
}

fn text(response: Response<AnswerBody>) -> String {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .build()
        .expect("a runtime");
    let bytes = runtime
        .block_on(response.into_body().collect())
        .expect("a whole body")
        .to_bytes();
    String::from_utf8_lossy(&bytes).into_owned()
}

#[test]
fn the_root_is_the_index_and_other_folders_are_not_pages() {
    let fixture = fixture(false);
    let root = fixture.get("/a/");
    assert_eq!(
        head(&root, header::CONTENT_TYPE),
        "text/html; charset=utf-8"
    );
    assert_eq!(head(&root, header::CACHE_CONTROL), "no-cache");
    assert!(text(root).contains("Today"));
    assert_eq!(fixture.get("/a/guide/").status(), 404);
    assert_eq!(fixture.get("/a/guide").status(), 404);
    let bare = fixture.get("/a");
    assert_eq!(
        (bare.status().as_u16(), head(&bare, header::LOCATION)),
        (301, "/a/")
    );
}

#[test]
fn a_missing_file_is_404_with_the_page_of_the_site_and_outside_the_prefix_without() {
    let fixture = fixture(false);
    let missing = fixture.get("/a/guide/nothing.html");
    assert_eq!(missing.status(), 404);
    assert!(text(missing).contains("could not find"));
    let outside = fixture.get("/elsewhere");
    assert_eq!(outside.status(), 404);
    assert!(!text(outside).contains("could not find"));
    assert_eq!(fixture.get("/a/../Cargo.toml").status(), 404);
}

#[test]
fn each_encoding_has_its_own_tag_and_a_known_tag_gives_304() {
    let fixture = fixture(false);
    let path = "/a/guide/bone-scan.html";
    let plain = fixture.get(path);
    let brotli = fixture.send(&Method::GET, path, &[(header::ACCEPT_ENCODING, "gzip, br")]);
    assert_eq!(head(&brotli, header::CONTENT_ENCODING), "br");
    assert_eq!(head(&brotli, header::VARY), "Accept-Encoding");
    let tag = head(&brotli, header::ETAG).to_owned();
    assert_ne!(tag, head(&plain, header::ETAG));
    let asked = [
        (header::ACCEPT_ENCODING, "br"),
        (header::IF_NONE_MATCH, tag.as_str()),
    ];
    let again = fixture.send(&Method::GET, path, &asked);
    assert_eq!(
        (again.status().as_u16(), head(&again, header::ETAG)),
        (304, tag.as_str())
    );
    let other = fixture.send(&Method::GET, path, &[(header::IF_NONE_MATCH, &tag)]);
    assert_eq!(
        other.status(),
        200,
        "the tag of the Brotli form says nothing about the plain one"
    );
}

#[test]
fn head_has_the_headers_and_not_the_body_and_other_methods_are_refused() {
    let fixture = fixture(false);
    let get = fixture.get("/a/app-0123abcd.js");
    assert!(head(&get, header::CACHE_CONTROL).contains("immutable"));
    let only_head = fixture.send(&Method::HEAD, "/a/app-0123abcd.js", &[]);
    assert_eq!(get.headers(), only_head.headers());
    assert_eq!(text(only_head), "");
    let post = fixture.send(&Method::POST, "/a/", &[]);
    assert_eq!(
        (post.status().as_u16(), head(&post, header::ALLOW)),
        (405, "GET, HEAD")
    );
}

#[test]
fn faults_change_the_answer_to_the_named_file_alone() {
    let fixture = fixture(false);
    let fail = |fault| {
        fixture
            .site
            .lock()
            .faults
            .add(Pattern::new("/a/", "app-*.js"), fault, None);
    };
    fail(Fault::NotFound);
    assert_eq!(fixture.get("/a/app-0123abcd.js").status(), 404);
    fail(Fault::HtmlAsOwnType);
    let wrong = fixture.get("/a/app-0123abcd.js");
    assert_eq!(
        head(&wrong, header::CONTENT_TYPE),
        "text/javascript; charset=utf-8"
    );
    assert!(text(wrong).contains("<html>"));
    fail(Fault::Redirect("/sign-in".to_owned()));
    assert_eq!(
        head(&fixture.get("/a/app-0123abcd.js"), header::LOCATION),
        "/sign-in"
    );
    fail(Fault::CutWithoutLength { after: 3 });
    let cut = fixture.get("/a/app-0123abcd.js");
    assert_eq!(
        (head(&cut, header::CONTENT_LENGTH), cut.status().as_u16()),
        ("", 200)
    );
    assert_eq!(text(cut), "sta");
    assert_eq!(fixture.get("/a/").status(), 200);
}

#[test]
fn the_capture_script_is_there_only_when_asked_for() {
    let with = fixture(true);
    assert!(
        text(with.get("/a/"))
            .starts_with("<html><head><script src=\"/a/__test/capture.js\"></script>")
    );
    assert!(text(with.get("/a/none.html")).contains("__test/capture.js"));
    assert!(text(with.get("/a/__test/capture.js")).contains("__captured"));
    let without = fixture(false);
    assert!(!text(without.get("/a/")).contains("__test"));
    assert_eq!(without.get("/a/__test/capture.js").status(), 404);
}
