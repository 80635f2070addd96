//! The W3C `WebDriver` protocol, as far as the journeys speak it.
//!
//! Our own, because the journeys are blocking and sequential: the good crates are built on an
//! asynchronous runtime, which would be most of what this package compiles. We also send drivers'
//! own commands (Chromium's `goog/cdp/execute`, Firefox's context switch).

use std::time::Duration;

use serde_json::{Value, json};
use ureq::Agent;

/// The name under which the protocol passes an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// What went wrong between us and a driver.
#[derive(Debug, thiserror::Error)]
pub enum WireError {
    /// The driver did not answer, or not in the protocol.
    #[error("the driver did not answer {command}: {source}")]
    Silent {
        /// Method and path of the command.
        command: String,
        /// Why there was no answer.
        source: Box<ureq::Error>,
    },
    /// The driver answered with an error of the protocol.
    #[error("{command}: {error}: {message}")]
    Refused {
        /// Method and path of the command.
        command: String,
        /// The protocol's name of the error, such as `no such element`.
        error: String,
        /// The driver's words.
        message: String,
    },
    /// The answer lacked what the protocol promises.
    #[error("{command} answered something else: {answer}")]
    Odd {
        /// Method and path of the command.
        command: String,
        /// The answer.
        answer: Value,
    },
}

/// An element of the open page, by the driver's reference.
#[derive(Debug, Clone)]
pub struct Element(String);

impl Element {
    /// The element as an argument for a script.
    pub fn as_arg(&self) -> Value {
        json!({ ELEMENT: self.0 })
    }

    fn from_answer(command: &str, answer: Value) -> Result<Self, WireError> {
        match answer[ELEMENT].as_str() {
            Some(id) => Ok(Self(id.to_owned())),
            None => Err(WireError::Odd {
                command: command.to_owned(),
                answer,
            }),
        }
    }
}

/// A connection to one driver.
#[derive(Debug, Clone)]
pub struct Wire {
    agent: Agent,
    base: String,
}

impl Wire {
    /// A connection to the driver listening on a port of this machine.
    pub fn to_port(port: u16) -> Self {
        let config = Agent::config_builder()
            // A proxy named in the environment is not for this machine.
            .proxy(None)
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_secs(90)))
            .build();
        Self {
            agent: config.into(),
            base: format!("http://127.0.0.1:{port}"),
        }
    }

    /// Whether the driver is up.
    pub fn is_up(&self) -> bool {
        self.get("/status").is_ok()
    }

    /// Starts a session; commands then go to its path.
    pub fn session(&self, capabilities: &Value) -> Result<Session, WireError> {
        let answer = self.post(
            "/session",
            &json!({ "capabilities": { "alwaysMatch": capabilities } }),
        )?;
        match answer["sessionId"].as_str() {
            Some(id) => {
                let base = format!("{}/session/{id}", self.base);
                Ok(Session {
                    wire: Self {
                        agent: self.agent.clone(),
                        base,
                    },
                })
            }
            None => Err(WireError::Odd {
                command: "POST /session".to_owned(),
                answer,
            }),
        }
    }

    fn get(&self, path: &str) -> Result<Value, WireError> {
        let answer = self.agent.get(format!("{}{path}", self.base)).call();
        Self::read(format!("GET {path}"), answer)
    }

    fn post(&self, path: &str, body: &Value) -> Result<Value, WireError> {
        let answer = self
            .agent
            .post(format!("{}{path}", self.base))
            .send_json(body);
        Self::read(format!("POST {path}"), answer)
    }

    fn delete(&self, path: &str) -> Result<Value, WireError> {
        let answer = self.agent.delete(format!("{}{path}", self.base)).call();
        Self::read(format!("DELETE {path}"), answer)
    }

    fn read(
        command: String,
        answer: Result<ureq::http::Response<ureq::Body>, ureq::Error>,
    ) -> Result<Value, WireError> {
        // Screenshots are long; the default limit is ten megabytes.
        let body = answer.and_then(|mut response| {
            response
                .body_mut()
                .with_config()
                .limit(64 << 20)
                .read_json()
        });
        let mut body: Value = match body {
            Ok(body) => body,
            Err(source) => {
                return Err(WireError::Silent {
                    command,
                    source: Box::new(source),
                });
            }
        };
        let value = body["value"].take();
        match value["error"].as_str() {
            Some(error) if value.get("message").is_some() => {
                let message = value["message"].as_str().unwrap_or_default();
                let message = message.lines().next().unwrap_or_default().to_owned();
                Err(WireError::Refused {
                    command,
                    error: error.to_owned(),
                    message,
                })
            }
            _ => Ok(value),
        }
    }
}

/// One running browser, as the driver knows it. Dropping it leaves it running: see `quit`.
#[derive(Debug, Clone)]
pub struct Session {
    wire: Wire,
}

impl Session {
    /// Sends a command the driver may know and this client does not.
    pub fn post(&self, path: &str, body: &Value) -> Result<Value, WireError> {
        self.wire.post(path, body)
    }

    /// Goes to an address and waits as the page load strategy of the session says.
    pub fn go(&self, url: &str) -> Result<(), WireError> {
        self.wire.post("/url", &json!({ "url": url })).map(drop)
    }

    /// Runs a function body in the page; it returns a value or a promise of one.
    pub fn run(&self, script: &str, args: &[Value]) -> Result<Value, WireError> {
        self.wire
            .post("/execute/sync", &json!({ "script": script, "args": args }))
    }

    /// The first element a selector finds.
    pub fn find(&self, css: &str) -> Result<Element, WireError> {
        let answer = self.wire.post(
            "/element",
            &json!({ "using": "css selector", "value": css }),
        )?;
        Element::from_answer("POST /element", answer)
    }

    /// Presses the middle of an element, after scrolling to it if needed.
    pub fn click(&self, element: &Element) -> Result<(), WireError> {
        self.wire
            .post(&format!("/element/{}/click", element.0), &json!({}))
            .map(drop)
    }

    /// Types a text into a field; in a field for files it is the path of one.
    pub fn type_into(&self, element: &Element, text: &str) -> Result<(), WireError> {
        let path = format!("/element/{}/value", element.0);
        self.wire.post(&path, &json!({ "text": text })).map(drop)
    }

    /// Presses and releases keys, one after the other, where the focus is.
    pub fn keys(&self, keys: &[char]) -> Result<(), WireError> {
        let strokes: Vec<Value> = keys
            .iter()
            .flat_map(|key| {
                ["keyDown", "keyUp"].map(|kind| json!({ "type": kind, "value": key.to_string() }))
            })
            .collect();
        let body = json!({ "actions": [{ "type": "key", "id": "keys", "actions": strokes }] });
        self.wire.post("/actions", &body).map(drop)
    }

    /// One step back in the history.
    pub fn back(&self) -> Result<(), WireError> {
        self.wire.post("/back", &json!({})).map(drop)
    }

    /// One step forward in the history.
    pub fn forward(&self) -> Result<(), WireError> {
        self.wire.post("/forward", &json!({})).map(drop)
    }

    /// The window the commands go to.
    pub fn window(&self) -> Result<String, WireError> {
        let answer = self.wire.get("/window")?;
        answer
            .as_str()
            .map(str::to_owned)
            .ok_or_else(|| odd("GET /window", &answer))
    }

    /// Opens a window and returns its name; commands still go to the old one. Not a tab: `WebKitGTK`
    /// opens those in the background, where a page is asleep.
    pub fn new_window(&self) -> Result<String, WireError> {
        let answer = self
            .wire
            .post("/window/new", &json!({ "type": "window" }))?;
        let handle = answer["handle"].as_str().map(str::to_owned);
        handle.ok_or_else(|| odd("POST /window/new", &answer))
    }

    /// Sends the commands that follow to another window.
    pub fn switch_to(&self, window: &str) -> Result<(), WireError> {
        self.wire
            .post("/window", &json!({ "handle": window }))
            .map(drop)
    }

    /// Sends the commands that follow into a frame of the page, or back to the page.
    pub fn enter(&self, frame: Option<&Element>) -> Result<(), WireError> {
        let id = frame.map_or(Value::Null, Element::as_arg);
        self.wire.post("/frame", &json!({ "id": id })).map(drop)
    }

    /// Closes the current window; switch to another one afterwards.
    pub fn close_window(&self) -> Result<(), WireError> {
        self.wire.delete("/window").map(drop)
    }

    /// Gives the window an outer size in CSS pixels.
    pub fn resize(&self, width: u32, height: u32) -> Result<(), WireError> {
        let rect = json!({ "x": 0, "y": 0, "width": width, "height": height });
        self.wire.post("/window/rect", &rect).map(drop)
    }

    /// What the window shows, as a PNG in base64.
    pub fn screenshot(&self) -> Result<String, WireError> {
        let answer = self.wire.get("/screenshot")?;
        answer
            .as_str()
            .map(str::to_owned)
            .ok_or_else(|| odd("GET /screenshot", &Value::Null))
    }

    /// Ends the browser.
    pub fn quit(&self) -> Result<(), WireError> {
        self.wire.delete("").map(drop)
    }
}

fn odd(command: &str, answer: &Value) -> WireError {
    WireError::Odd {
        command: command.to_owned(),
        answer: answer.clone(),
    }
}
