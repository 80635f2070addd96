//! How pages look, and how much the guide tells. The names are put together from those of
//! `Settings::OFFERED`: the setting, and what can be chosen, `usual` for what holds at first.

/// Hands its keys on to the next list, after those it was given.
macro_rules! settings {
    ([$next:ident $($rest:ident)*] $($keys:tt)*) => {
        $next! {
            [$($rest)*]
            $($keys)*

            /// What leads to the settings, in words; beside it is `Aa`.
            LookLink = "look-link";
            /// Where the settings show what they do.
            SettingsSample = "settings-sample";
            /// Without script the settings cannot be changed.
            SettingsNeedApp = "settings-need-app";
            /// The choice was not kept.
            SettingsUnsaved = "settings-unsaved";
            /// Everything as it was at first.
            SettingsReset = "settings-reset";
            /// That was done.
            SettingsResetDone = "settings-reset-done";
            /// Takes it back.
            SettingsUndo = "settings-undo";
            /// It was taken back.
            SettingsUndone = "settings-undone";
            /// What the words of a region are, with an example.
            SettingsRegionLead = "settings-region-lead";
            /// What is set apart, and that nothing else follows from the choice.
            SettingsHowMuchLead = "settings-how-much-lead";
            /// The colours.
            SettingsTheme = "settings-theme";
            /// As the device has them.
            SettingsThemeUsual = "settings-theme-usual";
            /// Dark on light.
            SettingsThemeLight = "settings-theme-light";
            /// Light on dark.
            SettingsThemeDark = "settings-theme-dark";
            /// Dim amber.
            SettingsThemeNight = "settings-theme-night";
            /// Black and white.
            SettingsThemeContrast = "settings-theme-contrast";
            /// The size of the text.
            SettingsSize = "settings-size";
            /// That of the browser.
            SettingsSizeUsual = "settings-size-usual";
            /// 115 per cent of it.
            SettingsSize115 = "settings-size-115";
            /// 130 per cent.
            SettingsSize130 = "settings-size-130";
            /// 150 per cent.
            SettingsSize150 = "settings-size-150";
            /// 175 per cent.
            SettingsSize175 = "settings-size-175";
            /// 200 per cent.
            SettingsSize200 = "settings-size-200";
            /// The room between lines.
            SettingsLines = "settings-lines";
            /// Ours.
            SettingsLinesUsual = "settings-lines-usual";
            /// More of it.
            SettingsLinesLoose = "settings-lines-loose";
            /// Much more.
            SettingsLinesLooser = "settings-lines-looser";
            /// The room between letters and words.
            SettingsLetters = "settings-letters";
            /// That of the face.
            SettingsLettersUsual = "settings-letters-usual";
            /// More of it.
            SettingsLettersLoose = "settings-letters-loose";
            /// Much more.
            SettingsLettersLooser = "settings-letters-looser";
            /// How long lines are.
            SettingsColumn = "settings-column";
            /// About 65 letters.
            SettingsColumnUsual = "settings-column-usual";
            /// Shorter.
            SettingsColumnNarrow = "settings-column-narrow";
            /// Longer.
            SettingsColumnWide = "settings-column-wide";
            /// The face of the letters.
            SettingsFace = "settings-face";
            /// Headings with serifs, text without.
            SettingsFaceUsual = "settings-face-usual";
            /// All without.
            SettingsFaceSans = "settings-face-sans";
            /// All with.
            SettingsFaceSerif = "settings-face-serif";
            /// Whether anything moves.
            SettingsMotion = "settings-motion";
            /// As the device says.
            SettingsMotionUsual = "settings-motion-usual";
            /// Nothing does.
            SettingsMotionLess = "settings-motion-less";
            /// The country whose words the guide uses.
            SettingsRegion = "settings-region";
            /// The words of both.
            SettingsRegionUsual = "settings-region-usual";
            /// Those of the United Kingdom and Ireland.
            SettingsRegionUk = "settings-region-uk";
            /// Those of the United States and Canada.
            SettingsRegionUs = "settings-region-us";
            /// How much a person wants to know of hard topics.
            SettingsHowMuch = "settings-how-much";
            /// It is offered, and asked about.
            SettingsHowMuchUsual = "settings-how-much-usual";
            /// Nothing of it is listed.
            SettingsHowMuchNotNow = "settings-how-much-not-now";
            /// It is shown like any page.
            SettingsHowMuchShowMe = "settings-how-much-show-me";
        }
    };
}

pub(super) use settings;
