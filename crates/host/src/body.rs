//! The body of an answer, which may break off on purpose.

use std::convert::Infallible;
use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::Bytes;
use hyper::body::{Body, Frame, SizeHint};
use tokio::time::Sleep;

/// How a body ends after its bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    /// Complete, with a known length.
    Complete,
    /// Early, but properly: no length was promised.
    Early,
    /// The connection breaks.
    Broken,
    /// Never: the connection stays open and silent.
    Never,
    /// Complete, in small pieces with pauses between them.
    Slow {
        /// The bytes of a piece.
        piece: usize,
        /// The time before each.
        pause: Duration,
    },
}

/// Bytes, then an end.
#[derive(Debug)]
pub(crate) struct AnswerBody {
    bytes: Option<Bytes>,
    end: End,
    pause: Option<Pin<Box<Sleep>>>,
}

impl AnswerBody {
    /// A body of these bytes with this end.
    pub(crate) fn new(bytes: Bytes, end: End) -> Self {
        Self {
            bytes: (!bytes.is_empty()).then_some(bytes),
            end,
            pause: None,
        }
    }
}

/// The connection was broken on purpose.
#[derive(Debug)]
pub(crate) struct Cut;

impl fmt::Display for Cut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("cut on purpose")
    }
}

impl std::error::Error for Cut {}

impl From<Infallible> for Cut {
    fn from(never: Infallible) -> Self {
        match never {}
    }
}

/// Long enough for the bytes before the cut to leave, short enough for a test not to notice.
const FLUSH: Duration = Duration::from_millis(30);

impl Body for AnswerBody {
    type Data = Bytes;
    type Error = Cut;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Cut>>> {
        if let End::Slow { piece, pause } = self.end
            && let Some(mut bytes) = self.bytes.take()
        {
            let waiting = self
                .pause
                .get_or_insert_with(|| Box::pin(tokio::time::sleep(pause)));
            if waiting.as_mut().poll(context).is_pending() {
                self.bytes = Some(bytes);
                return Poll::Pending;
            }
            self.pause = None;
            let sent = bytes.split_to(piece.clamp(1, bytes.len()));
            self.bytes = (!bytes.is_empty()).then_some(bytes);
            return Poll::Ready(Some(Ok(Frame::data(sent))));
        }
        if let Some(bytes) = self.bytes.take() {
            return Poll::Ready(Some(Ok(Frame::data(bytes))));
        }
        match self.end {
            End::Complete | End::Early | End::Slow { .. } => Poll::Ready(None),
            End::Never => Poll::Pending,
            End::Broken => {
                // The connection is dropped at the error with whatever is still in its buffer.
                let pause = self
                    .pause
                    .get_or_insert_with(|| Box::pin(tokio::time::sleep(FLUSH)));
                ready!(pause.as_mut().poll(context));
                Poll::Ready(Some(Err(Cut)))
            }
        }
    }

    fn is_end_stream(&self) -> bool {
        self.bytes.is_none() && matches!(self.end, End::Complete | End::Slow { .. })
    }

    fn size_hint(&self) -> SizeHint {
        match self.end {
            End::Complete | End::Slow { .. } => {
                SizeHint::with_exact(self.bytes.as_ref().map_or(0, |bytes| bytes.len() as u64))
            }
            End::Early | End::Broken | End::Never => SizeHint::default(),
        }
    }
}
