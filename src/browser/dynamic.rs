//! Calls by name, for parts of the browser that one place uses once: every class that `web_sys`
//! binds brings code of its own for each method.

use super::window;
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// What a call comes to: a value, or what was thrown.
pub(super) type Outcome = Result<JsValue, JsValue>;

/// A property; `undefined` where there is none.
pub(super) fn get(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or_default()
}

/// A property of the window.
pub(super) fn global(name: &str) -> JsValue {
    get(&window(), name)
}

/// Calls a method.
pub(super) fn call(of: &JsValue, name: &str, args: &[&JsValue]) -> Outcome {
    let method: Function = get(of, name).dyn_into()?;
    Reflect::apply(&method, of, &list(args))
}

/// Makes an object of a class of the window.
pub(super) fn make(class: &str, args: &[&JsValue]) -> Outcome {
    let class: Function = global(class).dyn_into()?;
    Reflect::construct(&class, &list(args))
}

/// A list of values.
pub(super) fn list(values: &[&JsValue]) -> Array {
    values.iter().copied().collect()
}

/// A plain object.
pub(super) fn object(fields: &[(&str, &JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}

/// Waits for what a call promised.
pub(super) async fn settled(promise: Outcome) -> Outcome {
    JsFuture::from(Promise::resolve(&promise?)).await
}
