//! How a person wants the app to be.

use super::AppState;
use crate::browser;
use bearings_domain::settings::{HowMuch, InstallOffer, Settings, Theme};
use bearings_domain::text::Text;
use bearings_domain::time::Millis;
use bearings_records::{RecordError, RecordStore};
use leptos::ev;
use leptos::prelude::*;

/// What is chosen in the settings, and can be.
#[derive(Debug, Default)]
pub struct Choices {
    /// Whether the browser would ask the person, if told to, to install the app.
    pub can_install: bool,
    /// Everything that was chosen.
    pub chosen: Settings,
    /// The last choice ends with the page.
    pub is_unsaved: bool,
    /// What was chosen before all was set back, for as long as that can be undone.
    pub before: Option<Settings>,
    /// What became of setting all back.
    pub said: Option<Text>,
}

/// How a person wants the app to be, as views follow it.
#[derive(Clone, Copy, Default)]
pub struct SettingsState {
    /// What is chosen in the settings.
    pub choices: RwSignal<Choices>,
    /// Whether the offer to install may be made.
    pub may_offer: RwSignal<bool>,
}

/// Shows pages as the person wants them, also when another tab says so, and in a page that comes back
/// from the history of the browser as it was. Runs once.
pub(super) fn start(state: AppState) {
    if state.load_settings() {
        // `first.js` knows the look only from a record of today's version.
        state.change_settings(|_, _| {});
    }
    window_event_listener(ev::pageshow, move |_| {
        state.load_settings();
    });
    window_event_listener(ev::storage, move |event| {
        // Without a key everything was cleared.
        if event.key().is_none_or(|key| key.ends_with(":settings")) {
            state.load_settings();
        }
    });
}

impl AppState {
    /// How much the person wants to know of hard topics: whoever lists, finds, links or prints pages
    /// of *Choose to read* asks here.
    pub fn how_much(&self) -> HowMuch {
        let choices = self.settings.choices;
        choices.with_untracked(|choices| choices.chosen.how_much())
    }

    /// Lets the browser ask the person whether to install the app.
    pub fn install(&self) {
        self.settings
            .choices
            .update(|choices| choices.can_install = false);
        browser::install::ask();
    }

    /// "No, thank you": the offer to install is never made again.
    pub fn decline_install(&self) {
        self.settings.may_offer.set(false);
        self.change_settings(|settings, now| {
            settings.install.set(Some(InstallOffer::Declined), now);
        });
    }

    /// Shows what was chosen, also after a restore or when everything has been erased. A record that
    /// cannot be read has been set aside: all is as it was at first, and the person is told. Returns
    /// whether the page looked otherwise before than is kept.
    pub(super) fn load_settings(&self) -> bool {
        let loaded = self.with_records(RecordStore::load::<Settings>);
        let is_damaged = matches!(loaded, Err(RecordError::Damaged));
        let loaded = self.ok_or_notice(loaded);
        // What a newer version of the guide has kept, `first.js` shows as well as it can.
        let Some(kept) = loaded.or(is_damaged.then_some(None)) else {
            return false;
        };
        let is_kept = kept.is_some();
        let settings = kept.unwrap_or_default();
        // Not after a "no".
        let may_offer = !is_damaged && settings.install.get().is_none();
        self.settings.may_offer.set(may_offer);
        self.show_settings(settings, |choices| choices.is_unsaved = false) && is_kept
    }

    /// Chooses for a setting what has this name: see `Settings::choose`.
    pub fn choose(&self, setting: &str, name: &str) {
        self.change_look(
            |settings, now| settings.choose(setting, name, now),
            |choices| {
                choices.before = None;
                choices.said = None;
            },
        );
    }

    /// Sets everything back to how it was at first. [`AppState::undo_reset`] takes that back.
    pub fn reset_settings(&self) {
        let before = self.chosen();
        self.change_look(
            |settings, now| settings.choose_as(&Settings::default(), now),
            |choices| {
                choices.before = Some(before);
                choices.said = Some(Text::SettingsResetDone);
            },
        );
    }

    /// Brings back what was chosen before all was set back.
    pub fn undo_reset(&self) {
        let choices = self.settings.choices;
        let Some(before) = choices.with_untracked(|choices| choices.before.clone()) else {
            return;
        };
        self.change_look(
            |settings, now| settings.choose_as(&before, now),
            |choices| {
                choices.before = None;
                choices.said = Some(Text::SettingsUndone);
            },
        );
    }

    fn chosen(&self) -> Settings {
        let choices = self.settings.choices;
        choices.with_untracked(|choices| choices.chosen.clone())
    }

    /// Changes what is shown and what is kept, and says so when the change ends with the page.
    fn change_look(&self, change: impl Fn(&mut Settings, Millis), also: impl FnOnce(&mut Choices)) {
        let mut shown = self.chosen();
        change(&mut shown, self.now());
        let is_kept = self.change_settings(change);
        self.show_settings(shown, |choices| {
            choices.is_unsaved = !is_kept;
            also(choices);
        });
    }

    /// Returns whether that is new to the page.
    fn show_settings(&self, settings: Settings, also: impl FnOnce(&mut Choices)) -> bool {
        let is_new = browser::page::mark_look(&settings.look());
        browser::page::mark_papers(Theme::papers(settings.theme.get()));
        self.settings.choices.update(|choices| {
            choices.chosen = settings;
            also(choices);
        });
        is_new
    }

    /// Changes the settings as they are kept now. Returns whether that outlives the page.
    fn change_settings(&self, change: impl FnOnce(&mut Settings, Millis)) -> bool {
        let now = self.now();
        let saved = self.with_records(|records| {
            records
                .save(|stored: Option<Settings>| {
                    let mut settings = stored.unwrap_or_default();
                    change(&mut settings, now);
                    settings
                })
                .map(|_| records.is_lasting())
        });
        self.ok_or_notice(saved) == Some(true)
    }
}
