//! A second copy of what was written last, in the browser's database, until local storage is on
//! disk.
//!
//! Chromium and Firefox write local storage to disk up to five seconds after a page has written
//! to it; a browser that is killed meanwhile has forgotten it, although the page could read it
//! back. A transaction of the database is on disk when it is complete. So the newest
//! records go there too, are joined with what is kept on the next start, and are then removed:
//! nothing stays here.

use super::dynamic::get;
use super::{location, window};
use bearings_domain::backup::Record;
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbObjectStore, IdbOpenDbRequest, IdbTransaction};

const STORE: &str = "records";
/// The longest wait for one answer of the database: local storage is on disk by then.
const PATIENCE_MS: i32 = 6_000;

/// Writes records under their names. Nothing if that was not possible.
pub async fn write(records: Vec<Record>) -> Option<()> {
    change(true, |store| {
        for record in &records {
            store
                .put_with_key(&(&record.text).into(), &(&record.name).into())
                .ok()?;
        }
        Some(())
    })
    .await
}

/// Removes these records, where they are still what is given here: another tab may have written
/// since under the same name.
pub async fn forget(records: Vec<Record>) {
    _ = try_forget(records).await;
}

async fn try_forget(records: Vec<Record>) -> Option<()> {
    let db = open(false).await?;
    let done = forget_in(&db, records).await;
    db.close();
    done
}

async fn forget_in(db: &IdbDatabase, records: Vec<Record>) -> Option<()> {
    let tx = begin(db)?;
    let store = tx.object_store(STORE).ok()?;
    for Record { name, text } in records {
        let request = store.get(&name.as_str().into()).ok()?;
        // A transaction lives while its answers are awaited one after the other.
        settled(&request, "onsuccess", "onerror").await?;
        if request.result().ok()?.as_string() == Some(text) {
            store.delete(&name.into()).ok()?;
        }
    }
    complete(&tx).await
}

/// Removes the database with everything in it. Nothing if the browser did not say that it did.
pub async fn clear() -> Option<()> {
    // Where there are no databases there is nothing to remove.
    let Ok(Some(factory)) = window().indexed_db() else {
        return Some(());
    };
    let request = factory.delete_database(&name()).ok()?;
    settled(&request, "onsuccess", "onerror").await
}

/// All records with their names.
pub async fn read() -> Vec<Record> {
    read_all().await.unwrap_or_default()
}

async fn read_all() -> Option<Vec<Record>> {
    let db = open(false).await?;
    let read = read_from(&db).await;
    db.close();
    read
}

async fn read_from(db: &IdbDatabase) -> Option<Vec<Record>> {
    let tx = db.transaction_with_str(STORE).ok()?;
    let store = tx.object_store(STORE).ok()?;
    let (names, texts) = (store.get_all_keys().ok()?, store.get_all().ok()?);
    complete(&tx).await?;
    let names = Array::from(&names.result().ok()?);
    let texts = Array::from(&texts.result().ok()?);
    let pairs = names.iter().zip(texts.iter());
    let pairs = pairs.filter_map(|(name, text)| {
        Some(Record {
            name: name.as_string()?,
            text: text.as_string()?,
        })
    });
    Some(pairs.collect())
}

async fn change(create: bool, work: impl FnOnce(&IdbObjectStore) -> Option<()>) -> Option<()> {
    let db = open(create).await?;
    let done = match begin(&db) {
        Some(tx) => {
            let store = tx.object_store(STORE).ok();
            match store.and_then(|store| work(&store)) {
                Some(()) => complete(&tx).await,
                None => None,
            }
        }
        None => None,
    };
    // An open database could not be removed by another page.
    db.close();
    done
}

/// A transaction that is complete when its bytes are on the disk itself: by default the browser
/// leaves them to the system, which a flat battery empties. Older browsers do not know the wish,
/// and ignore it.
fn begin(db: &IdbDatabase) -> Option<IdbTransaction> {
    let wish = Object::new();
    _ = Reflect::set(&wish, &"durability".into(), &"strict".into());
    let begin: Function = Reflect::get(db, &"transaction".into())
        .ok()?
        .dyn_into()
        .ok()?;
    let tx = begin
        .call3(db, &STORE.into(), &"readwrite".into(), &wish)
        .ok()?;
    tx.dyn_into().ok()
}

fn name() -> String {
    ["bearings:", &location::base(), ":journal"].concat()
}

/// Opens the database. Readers do not create it.
async fn open(create: bool) -> Option<IdbDatabase> {
    let factory = window().indexed_db().ok()??;
    let request = factory.open_with_u32(&name(), 1).ok()?;
    let opening = request.clone();
    let upgrade = Closure::<dyn Fn()>::new(move || {
        if create {
            if let Ok(Ok(db)) = opening.result().map(JsValue::dyn_into::<IdbDatabase>) {
                _ = db.create_object_store(STORE);
            }
        } else if let Some(tx) = opening.transaction() {
            _ = tx.abort();
        }
    });
    _ = Reflect::set(&request, &"onupgradeneeded".into(), upgrade.as_ref());
    if settled(&request, "onsuccess", "onerror").await.is_none() {
        // It may still open after the wait has ended.
        let late = request.clone();
        let close = Closure::once_into_js(move || close(&late));
        _ = Reflect::set(&request, &"onsuccess".into(), &close);
        _ = upgrade.into_js_value();
        return None;
    }
    let db: IdbDatabase = request.result().ok()?.dyn_into().ok()?;
    // An open connection must not hold up a page that deletes the database.
    if let Ok(leave) = get(&db, "close").dyn_into::<Function>() {
        _ = Reflect::set(&db, &"onversionchange".into(), &leave.bind0(&db));
    }
    Some(db)
}

/// Closes what a request has opened.
fn close(request: &IdbOpenDbRequest) {
    if let Ok(Ok(db)) = request.result().map(JsValue::dyn_into::<IdbDatabase>) {
        db.close();
    }
}

async fn complete(tx: &IdbTransaction) -> Option<()> {
    settled(tx, "oncomplete", "onabort").await
}

/// Waits for one of two events, but not for ever: a database that does not answer must not hold
/// up what a person has asked for.
async fn settled(target: &JsValue, good: &str, bad: &str) -> Option<()> {
    let promise = Promise::new(&mut |resolve, reject| {
        _ = Reflect::set(target, &good.into(), &resolve);
        _ = Reflect::set(target, &bad.into(), &reject);
        _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&reject, PATIENCE_MS);
    });
    JsFuture::from(promise).await.ok().map(drop)
}
