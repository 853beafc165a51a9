// Words that the editor's own Swedish translation leaves in English.
export const words = {
  collection: { collectionTop: { newButton: "Skriv: %{collectionLabel}" }, entries: { unpublishedHeader: "Inte publicerade" } },
  editor: {
    editorControl: { field: { widgetLabel: "Fältet %{widgetLabel}" } },
    editorInterface: { toggleNotes: "Visa anteckningar" },
    editorToolbar: {
      statusInfoTooltipDraft: "Utkast. Sätt läget till granskning när förslaget är klart.",
      statusInfoTooltipInReview: "Förslaget granskas. Du kan fortfarande ändra."
    },
    editorWidgets: {
      datetime: { setToNow: "Sätt %{fieldLabel} till i dag", now: "I dag" },
      list: { add: "Lägg till i %{item}", addType: "Lägg till i %{item}" },
      object: { expand: "Visa", collapse: "Dölj" }
    }
  },
  ui: { settingsDropdown: { account: "Ditt konto" } }
};

/** One tree of words laid over another. */
export function laid(under, over) {
  if (typeof over !== "object") { return over; }
  return Object.fromEntries([...new Set([...Object.keys(under ?? {}), ...Object.keys(over)])].map(
    (name) => [name, name in over ? laid(under?.[name], over[name]) : under[name]]));
}
