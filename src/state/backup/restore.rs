//! Bringing a backup back: look first, then all or nothing, and a way back.

use super::{BackupSession, FILE, PASSPHRASE, RESTORE_SAID, Restore};
use crate::browser::{cipher, files, random};
use bearings_domain::Writer;
use bearings_domain::backup::sealed::{SEALED_LIMIT, Sealed, SealedError};
use bearings_domain::backup::{Backup, BackupError, RestorePlan};
use bearings_domain::text::Text;
use bearings_records::{RecordStore, TransactionError};
use leptos::prelude::*;
use leptos::task::spawn_local;

impl BackupSession {
    /// Reads the file in its field. Nothing is changed yet.
    pub fn read_file(&self) {
        let Some(file) = files::picked(FILE) else {
            return;
        };
        // It would only fill the memory of a phone.
        if file.bytes() > SEALED_LIMIT {
            return self.refuse(Text::RestoreTooLarge);
        }
        let begun = self.begin_restore();
        let session = *self;
        spawn_local(async move {
            let text = file.text().await;
            match text {
                _ if session.is_late(begun) => {}
                Some(text) => session.look_into(&text),
                None => session.refuse(Text::RestoreUnreadable),
            }
        });
    }

    /// Opens a protected file with the passphrase in its field.
    pub fn unlock(&self) {
        let sealed = self.steps.with_untracked(|steps| match &steps.restore {
            Restore::Locked(sealed) => Some(sealed.clone()),
            _ => None,
        });
        let Some(sealed) = sealed else {
            return;
        };
        let begun = self.begin_restore();
        let passphrase = files::written(PASSPHRASE);
        let session = *self;
        spawn_local(async move {
            let opened = cipher::open(&passphrase, &sealed).await;
            match opened {
                _ if session.is_late(begun) => {}
                Some(text) => {
                    files::empty(PASSPHRASE);
                    session.look_at(Backup::read(&text));
                    // The form goes, and had the focus.
                    Self::focus_soon(RESTORE_SAID);
                }
                None => session.told_restore(Restore::Locked(sealed), Text::RestoreWrong),
            }
        });
    }

    /// Whether what was deleted here since the backup was made is to come back.
    pub fn bring_back(&self, brings_back: bool) {
        if let Restore::Planned { backup, .. } = self.take_restore() {
            self.plan(backup, brings_back, Text::RestoreLook);
        }
    }

    /// Puts the file away. Nothing has been changed.
    pub fn leave_restore(&self) {
        files::empty(FILE);
        self.told_restore(Restore::Nothing, Text::RestoreLeft);
        Self::focus_soon(RESTORE_SAID);
    }

    /// Does what the plan says, all of it or nothing.
    pub fn restore(&self) {
        let Restore::Planned {
            backup,
            plan,
            brings_back,
        } = self.take_restore()
        else {
            return;
        };
        let inner = self.state.inner;
        let transaction = inner.with_value(|inner| plan.transaction(inner.records.base()));
        let applied =
            self.transact(|records| records.apply(&transaction).map(|()| records.is_lasting()));
        match applied {
            Ok(lasting) => {
                files::empty(FILE);
                self.show_what_is_kept();
                self.state.ask_to_persist();
                let said = if lasting {
                    Text::RestoreDone
                } else {
                    Text::RestoreDoneHere
                };
                self.told_restore(Restore::Done(transaction.reversed()), said);
            }
            Err(TransactionError::Changed) => self.plan(backup, brings_back, Text::RestoreChanged),
            Err(TransactionError::Denied) => self.plan(backup, brings_back, Text::RestoreFull),
            Err(TransactionError::RollbackFailed) => {
                self.show_what_is_kept();
                self.told_restore(Restore::Nothing, Text::RestorePartly);
            }
        }
        Self::focus_soon(RESTORE_SAID);
    }

    /// Takes the restore back.
    pub fn undo_restore(&self) {
        let Restore::Done(back) = self.take_restore() else {
            return;
        };
        // What goes away here goes on purpose; other tabs must not write it again.
        let mark = random::number();
        match self.transact(|records| records.undo(&back, mark)) {
            Ok(()) => {
                self.state.restart_items();
                self.state.load_settings();
                self.told_restore(Restore::Nothing, Text::RestoreUndone);
            }
            Err(TransactionError::Changed) => {
                self.told_restore(Restore::Nothing, Text::RestoreTooLate);
            }
            Err(_) => self.told_restore(Restore::Done(back), Text::RestoreStays),
        }
        Self::focus_soon(RESTORE_SAID);
    }

    fn look_into(&self, text: &str) {
        if !Sealed::is_claimed(text) {
            return self.look_at(Backup::read(text));
        }
        match Sealed::parse(text) {
            Ok(_) if !cipher::is_there() => self.refuse(Text::RestoreInsecure),
            Ok(sealed) => self.told_restore(Restore::Locked(sealed), Text::RestoreLocked),
            Err(error) => self.refuse(sealed_text(error)),
        }
    }

    fn look_at(&self, read: Result<Backup, BackupError>) {
        match read {
            Ok(backup) => self.plan(backup, false, Text::RestoreLook),
            Err(error) => self.refuse(backup_text(error)),
        }
    }

    /// Works out what restoring would do, for the person to see.
    fn plan(&self, backup: Backup, brings_back: bool, said: Text) {
        let Ok(current) = self.state.with_records(|records| records.read_all()) else {
            return self.refuse(Text::RestoreRefused);
        };
        let now = self.state.now();
        let mut plan = RestorePlan::new(&current, &backup, now);
        if brings_back {
            let writer = Writer::new(random::number());
            plan.bring_back(writer, now);
        }
        let is_done = plan.is_empty() && plan.deleted_here.is_empty() && plan.left_alone.is_empty();
        let said = match said {
            Text::RestoreLook if backup.records.is_empty() => Text::RestoreNoneRead,
            _ if is_done => Text::RestoreNothing,
            said => said,
        };
        let planned = Restore::Planned {
            backup,
            plan: Box::new(plan),
            brings_back,
        };
        self.told_restore(planned, said);
    }

    fn show_what_is_kept(&self) {
        self.state.load_items(false);
        self.state.load_settings();
    }

    fn transact<T>(
        &self,
        work: impl FnOnce(&mut RecordStore) -> Result<T, TransactionError>,
    ) -> Result<T, TransactionError> {
        let done = self.state.change(|inner| work(&mut inner.records));
        done.unwrap_or(Err(TransactionError::Denied))
    }

    /// Returns the number of what is begun: see [`Self::is_late`].
    fn begin_restore(&self) -> u32 {
        let said = self.say(Text::BackupBusy);
        self.change(|steps| {
            steps.is_busy = true;
            steps.begun += 1;
            steps.restored = said;
            // "Nothing of yours is left" would not be true much longer.
            steps.erased.clear();
        });
        self.steps.with_untracked(|steps| steps.begun)
    }

    /// Whether another file has been picked since.
    fn is_late(&self, begun: u32) -> bool {
        self.steps.with_untracked(|steps| steps.begun != begun)
    }

    fn take_restore(&self) -> Restore {
        std::mem::take(&mut self.steps.write_untracked().restore)
    }

    /// Says why a file is of no use. The way back from the one before stays.
    fn refuse(&self, said: Text) {
        files::empty(FILE);
        let restore = match self.take_restore() {
            done @ Restore::Done(_) => done,
            _ => Restore::Nothing,
        };
        self.told_restore(restore, said);
    }

    fn told_restore(&self, restore: Restore, said: Text) {
        let said = self.say(said);
        self.change(|steps| {
            steps.is_busy = false;
            steps.restore = restore;
            steps.restored = said;
        });
    }
}

fn backup_text(error: BackupError) -> Text {
    match error {
        BackupError::TooLarge { .. } => Text::RestoreTooLarge,
        BackupError::Empty => Text::RestoreEmpty,
        BackupError::NotOurs => Text::RestoreNotOurs,
        BackupError::Newer { .. } => Text::RestoreNewer,
        BackupError::Damaged => Text::RestoreDamaged,
    }
}

fn sealed_text(error: SealedError) -> Text {
    match error {
        SealedError::TooLarge { .. } => Text::RestoreTooLarge,
        SealedError::NotSealed => Text::RestoreNotOurs,
        SealedError::Newer { .. } => Text::RestoreNewer,
        SealedError::Damaged | SealedError::Unreasonable => Text::RestoreDamaged,
    }
}
