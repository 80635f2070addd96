// Makes a note, writes into it at once, and waits until it is saved. Used as a function body.
const until = (find) =>
  new Promise((done) => {
    const look = () => {
      const found = find();
      if (found) done(found);
      else setTimeout(look, 15);
    };
    look();
  });
document.querySelector("[data-write-note]").click();
return until(() => document.activeElement.matches(".note textarea") && document.activeElement).then((field) => {
  field.value = "Words";
  field.dispatchEvent(new Event("input", { bubbles: true }));
  const notes = () => [...document.querySelectorAll(".note")];
  return until(() => notes().some((note) => note.dataset.saveStatus === "saved"));
});
