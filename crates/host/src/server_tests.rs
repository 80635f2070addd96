use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use super::{HostError, Options, Server};
use crate::fault::Fault;
use crate::testing::{Folder, ask};

fn site() -> Folder {
    Folder::new(&[
        ("index.html", "<html><head></head>one</html>"),
        ("app.js", "start()"),
    ])
}

fn serve(folder: &Folder) -> Server {
    let options = Options {
        prefix: "/a/b/".to_owned(),
        ..Options::new(folder.path())
    };
    Server::start(options).expect("a free port")
}

#[test]
fn a_stop_closes_open_connections_and_the_port_and_resume_opens_it_again() {
    let folder = site();
    let mut server = serve(&folder);
    let mut open = TcpStream::connect(server.address()).expect("the server listens");
    open.set_read_timeout(Some(Duration::from_secs(5)))
        .expect("a timeout");
    write!(open, "GET /a/b/ HTTP/1.1\r\nHost: x\r\n\r\n").expect("sent");
    let mut buffer = [0; 4096];
    assert!(open.read(&mut buffer).expect("an answer") > 0);

    server.stop();
    let closed = matches!(open.read(&mut buffer), Ok(0)) || open.read(&mut buffer).is_err();
    assert!(closed, "a kept-alive connection must not outlive the stop");
    assert!(
        TcpStream::connect(server.address()).is_err(),
        "the port must refuse"
    );

    server.resume().expect("the same port");
    assert!(ask(server.address(), "/a/b/").contains("one"));
    assert_eq!(server.count(""), 2, "the log goes on");
}

#[test]
fn a_hanging_request_ends_with_the_server() {
    let folder = site();
    let mut server = serve(&folder);
    server.fail("app.js", Fault::Hang);
    let address = server.address();
    let waiting = std::thread::spawn(move || ask(address, "/a/b/app.js"));
    let start = Instant::now();
    while server.count("app.js") == 0 && start.elapsed() < Duration::from_secs(5) {
        std::thread::sleep(Duration::from_millis(5));
    }
    server.stop();
    assert_eq!(waiting.join().expect("no panic"), "");
    assert_eq!(server.requests()[0].status, None);
}

#[test]
fn a_cut_promises_more_than_it_sends() {
    let folder = site();
    let server = serve(&folder);
    server.fail("app.js", Fault::CutWithLength { after: 3 });
    let cut = ask(server.address(), "/a/b/app.js");
    assert!(cut.contains("content-length: 7"), "{cut}");
    assert!(cut.ends_with("\r\n\r\nsta"), "{cut}");
    server.mend();
    assert!(ask(server.address(), "/a/b/app.js").ends_with("start()"));
}

#[test]
fn another_root_is_served_from_the_next_request_on() {
    let (old, new) = (
        site(),
        Folder::new(&[("index.html", "<html><head></head>two</html>")]),
    );
    let server = serve(&old);
    assert!(ask(server.address(), "/a/b/").contains("one"));
    server.set_root(new.path());
    assert!(ask(server.address(), "/a/b/").contains("two"));
    server.set_header("*", "X-Test", "yes");
    assert!(ask(server.address(), "/a/b/").contains("x-test: yes"));
}

#[test]
fn requests_are_counted_by_path_address_and_pattern() {
    let folder = site();
    let server = serve(&folder);
    ask(server.address(), "/a/b/app.js?again");
    ask(server.address(), "/favicon.ico");
    assert_eq!(server.count("app.js"), 1);
    assert_eq!(server.count(&format!("{}app.js", server.url())), 1);
    assert_eq!(
        server.count("/favicon.ico"),
        1,
        "outside the prefix it keeps its slash"
    );
    assert_eq!(server.count("*"), 2);
    let first = &server.requests()[0];
    assert_eq!(
        (first.query.as_str(), first.mime.as_str(), first.bytes),
        ("again", "text/javascript", 7)
    );
    server.forget_requests();
    assert_eq!(server.count("*"), 0);
}

#[test]
fn a_wrong_start_says_why() {
    let folder = site();
    let missing = Server::start(Options::new(folder.path().join("none")));
    assert!(matches!(missing, Err(HostError::NoRoot(_))));
    let prefix = Server::start(Options {
        prefix: "/a/../b".to_owned(),
        ..Options::new(folder.path())
    });
    assert!(matches!(prefix, Err(HostError::Prefix(_))));
    let first = serve(&folder);
    let taken = Server::start(Options {
        port: first.address().port(),
        ..Options::new(folder.path())
    });
    assert!(matches!(taken, Err(HostError::Bind { .. })));
}
