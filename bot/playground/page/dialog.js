// One dialog for every question that the page asks.

import { word } from "./words.js";

const dialog = document.getElementById("dialog");
const text = document.getElementById("dialog-text");
const input = document.getElementById("dialog-input");
const cancel = document.getElementById("dialog-cancel");
const ok = document.getElementById("dialog-ok");

function open(question, okWord, { asksText = false, canCancel = true } = {}) {
  text.textContent = question;
  ok.textContent = word(okWord);
  input.hidden = !asksText;
  input.value = "";
  cancel.hidden = !canCancel;
  dialog.returnValue = "cancel";
  dialog.showModal();
  (asksText ? input : ok).focus();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "ok"), { once: true });
  });
}

// Enter in the text field means yes, although the first button of the form is "cancel".
input.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.isComposing) {
    event.preventDefault();
    dialog.close("ok");
  }
});

export function confirms(question, okWord = "ok") {
  return open(question, okWord);
}

export async function enters(question) {
  return (await open(question, "ok", { asksText: true })) ? input.value.trim() : "";
}

export function tells(statement) {
  return open(statement, "ok", { canCancel: false });
}
