//! What changes on a page, each kind of one type: the way in which Leptos takes over a place and
//! follows its function is written into the program once for each type of function.

use leptos::ev::MouseEvent;

/// Words that change.
pub type Words = Box<dyn FnMut() -> String + Send>;

/// Words that change; where there are none, an empty text keeps their place.
pub fn words<T: Into<Option<String>>>(mut words: impl FnMut() -> T + Send + 'static) -> Words {
    Box::new(move || words().into().unwrap_or_default())
}

/// Whether something holds, for `hidden` and `disabled`.
pub type Flag = Box<dyn FnMut() -> bool + Send>;

/// What holds now and then.
pub fn flag(flag: impl FnMut() -> bool + Send + 'static) -> Flag {
    Box::new(flag)
}

/// What a tap does.
pub type Tap = Box<dyn FnMut(MouseEvent)>;

/// What a tap does, which need not know where it was.
pub fn tap(mut act: impl FnMut() + 'static) -> Tap {
    Box::new(move |_| act())
}

/// A word of ours on an element, for styles and tests; with none the attribute is not there.
pub type Mark = Box<dyn FnMut() -> Option<&'static str> + Send>;

/// A word of ours that changes.
pub fn mark(mark: impl FnMut() -> Option<&'static str> + Send + 'static) -> Mark {
    Box::new(mark)
}
