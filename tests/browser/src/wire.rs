//! The W3C `WebDriver` protocol, as far as the journeys speak it.
//!
//! Our own, because the journeys are blocking and sequential: the good crates are built on an
//! asynchronous runtime, which would be most of what this package compiles. We also send drivers'
//! own commands (Chromium's `goog/cdp/execute`, Firefox's context switch).

mod session;

use std::time::Duration;

use serde_json::{Value, json};
use ureq::Agent;

pub use session::Session;

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

fn odd(command: &str, answer: &Value) -> WireError {
    WireError::Odd {
        command: command.to_owned(),
        answer: answer.clone(),
    }
}
