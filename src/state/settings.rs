//! How a person wants the app to be.

use super::AppState;
use crate::browser;
use bearings_domain::settings::{InstallOffer, Region, Settings};
use bearings_domain::time::Millis;
use bearings_records::RecordStore;
use leptos::prelude::*;

/// What is chosen on *On this device*, and can be.
#[derive(Debug, Default)]
pub struct Choices {
    /// Whether the browser would ask the person, if told to, to install the app.
    pub can_install: bool,
    /// Whose words the guide uses; none are those of every region.
    pub region: Option<Region>,
    /// The choice of a region ends with the page.
    pub is_unsaved: bool,
}

/// How a person wants the app to be, as views follow it.
#[derive(Clone, Copy, Default)]
pub struct SettingsState {
    /// What is chosen on *On this device*.
    pub choices: RwSignal<Choices>,
    /// Whether the offer to install may be made.
    pub may_offer: RwSignal<bool>,
}

impl AppState {
    /// Finds out whether the offer to install may be made: not after a "no".
    pub(super) fn consider_offer(&self) {
        let settings = self.stored_settings();
        let may = settings.is_some_and(|settings| settings.install.get().is_none());
        self.settings.may_offer.set(may);
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

    /// Shows which words were chosen, also after a restore or when everything has been erased.
    pub(super) fn load_region(&self) {
        if let Some(settings) = self.stored_settings() {
            let region = settings.region.get();
            browser::page::mark_region(region.map(Region::name));
            self.settings.choices.update(|choices| {
                choices.region = region;
                choices.is_unsaved = false;
            });
        }
    }

    /// Chooses whose words the guide uses; none are those of every region. Says so when the
    /// choice ends with the page.
    pub fn choose_region(&self, region: Option<Region>) {
        browser::page::mark_region(region.map(Region::name));
        let is_kept = self.change_settings(|settings, now| {
            settings.region.set(region, now);
        });
        self.settings.choices.update(|choices| {
            choices.region = region;
            choices.is_unsaved = !is_kept;
        });
    }

    fn stored_settings(&self) -> Option<Settings> {
        let loaded = self.with_records(RecordStore::load::<Settings>);
        self.ok_or_notice(loaded).map(Option::unwrap_or_default)
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
