// The lower part of a phone: what to write with, what to press, what to send.

import { hand, tell } from "./api.js";
import { confirms, enters } from "./dialog.js";
import { icon, make } from "./dom.js";
import { summary } from "./message.js";
import { fullName } from "./names.js";
import { word } from "./words.js";

export class Composer {
  // `phone` has `person`, `others` (accounts), `attempt(promise)` and `toast(text)`.
  constructor(phone) {
    this.phone = phone;
    this.mode = null;
    this.folded = false;
    this.shownKeyboard = "";
    this.field = make("textarea", {
      rows: "1",
      oninput: () => this.offerToSend(),
      onkeydown: (event) => this.key(event),
      onpaste: (event) => this.paste(event),
    });
    this.sendButton = make("button", { type: "submit", class: "send" }, icon("send"));
    this.moreButton = make("button", { type: "button", class: "plain", onclick: () => this.toggleMenu() }, icon("attach"));
    this.foldButton = make("button", { type: "button", class: "plain", onclick: () => this.fold() }, icon("keyboard"));
    this.modeBar = make("div", { class: "mode", hidden: true });
    this.menu = make("div", { class: "menu", role: "menu", hidden: true });
    this.keyboard = make("div", { class: "keyboard", hidden: true });
    this.startButton = make("button", { type: "button", class: "start", hidden: true, onclick: () => this.start("") });
    this.line = make(
      "form",
      { class: "compose", onsubmit: (event) => this.submit(event) },
      this.moreButton,
      this.field,
      this.foldButton,
      this.sendButton,
    );
    this.element = make("div", { class: "composer" }, this.menu, this.modeBar, this.line, this.keyboard, this.startButton);
    document.addEventListener("pointerdown", (event) => {
      if (!this.menu.contains(event.target) && !this.moreButton.contains(event.target)) this.menu.hidden = true;
    });
    this.label();
  }

  label() {
    this.field.placeholder = word("message");
    this.field.setAttribute("aria-label", word("message"));
    for (const [button, key] of [[this.sendButton, "send"], [this.moreButton, "more"], [this.foldButton, "keyboard"]]) {
      button.title = word(key);
      button.setAttribute("aria-label", word(key));
    }
    this.shownKeyboard = "";
    this.showMode();
    this.offerToSend();
  }

  // Follow the chat: the keyboard that the bot gave, and whether this person can write at all.
  show({ person, keyboard, commands }) {
    this.person = person;
    this.commands = commands;
    const able = person.started && !person.blocked;
    this.startButton.hidden = able;
    this.startButton.textContent = word(person.blocked ? "unblock" : "start");
    this.line.hidden = !able;
    const wanted = JSON.stringify(keyboard);
    if (wanted !== this.shownKeyboard) {
      this.shownKeyboard = wanted;
      this.folded = false;
      this.keyboard.replaceChildren(...(keyboard?.keyboard ?? []).map((row) => this.keyboardRow(row)));
      this.field.placeholder = keyboard?.input_field_placeholder ?? word("message");
    }
    this.foldButton.hidden = !keyboard;
    this.keyboard.hidden = !able || !keyboard || this.folded;
  }

  keyboardRow(row) {
    const buttons = row.map((given) => {
      const button = typeof given === "string" ? { text: given } : given;
      const symbol = button.request_contact ? icon("person") : null;
      return make("button", { type: "button", onclick: () => this.press(button) }, symbol, button.text);
    });
    return make("div", { class: "row" }, ...buttons);
  }

  async press(button) {
    if (button.request_contact) {
      await this.shareOwn({ label: button.text });
    } else {
      await this.do("presses", { label: button.text });
    }
  }

  do(deed, given = {}) {
    return this.phone.attempt(tell(`people/${this.phone.id}/${deed}`, given));
  }

  start(payload) {
    return this.do("starts", { payload });
  }

  async shareOwn({ label } = {}) {
    if (await confirms(word("shareSure", { phone: this.person.phone }), "share")) {
      await (label ? this.do("presses", { label }) : this.do("shares_contact"));
    }
  }

  put(text) {
    this.field.value = text;
    this.offerToSend();
    this.field.focus();
  }

  key(event) {
    // While Hangul is being composed, Enter only ends the syllable.
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing && event.keyCode !== 229) {
      event.preventDefault();
      this.line.requestSubmit();
    } else if (event.key === "Escape") {
      this.setMode(null);
    }
  }

  async submit(event) {
    event.preventDefault();
    const text = this.field.value.trim();
    if (!text) return;
    const { kind, message } = this.mode ?? {};
    const given = kind === "edit" ? { message_id: message.message_id, text } : { text };
    if (kind === "reply") given.reply_to = message.message_id;
    if (await this.do(kind === "edit" ? "edits" : "says", given)) {
      this.field.value = "";
      this.setMode(null);
      this.offerToSend();
    }
  }

  setMode(mode) {
    if (this.mode?.kind === "edit" && mode === null) this.field.value = "";
    this.mode = mode;
    if (mode?.kind === "edit") this.field.value = mode.message.text;
    this.showMode();
    this.offerToSend();
    if (mode) this.field.focus();
  }

  showMode() {
    this.modeBar.hidden = !this.mode;
    if (!this.mode) return;
    const name = make("strong", {}, word(this.mode.kind === "edit" ? "editing" : "replying"));
    const close = { type: "button", class: "plain", "aria-label": word("cancel"), onclick: () => this.setMode(null) };
    const about = make("span", {}, name, make("small", {}, summary(this.mode.message)));
    this.modeBar.replaceChildren(icon(this.mode.kind), about, make("button", close, icon("close")));
  }

  offerToSend() {
    this.sendButton.disabled = !this.field.value.trim();
  }

  fold() {
    this.folded = !this.folded;
    this.keyboard.hidden = this.folded;
  }

  toggleMenu() {
    this.menu.hidden = !this.menu.hidden;
    if (this.menu.hidden) return;
    const entries = [
      ["file", word("file"), () => this.choose("sends_file", "")],
      ["picture", word("photo"), () => this.choose("sends_photo", "image/png,image/jpeg")],
      ["person", word("ownContact"), () => this.shareOwn()],
      ...this.phone.others.map((other) => [
        "person",
        word("cardOf", { name: fullName(other) }),
        () => this.do("shares_contact", { of: other.id }),
      ]),
      ["link", word("link"), () => this.enterLink()],
      ...this.commands.map(({ command, description }) => [
        "command",
        `/${command} · ${description}`,
        () => this.do("says", { text: `/${command}` }),
      ]),
      ["block", word("block"), () => this.do("blocks")],
    ];
    const buttons = entries.map(([symbol, label, deed]) => {
      const act = () => {
        this.menu.hidden = true;
        deed();
      };
      return make("button", { type: "button", role: "menuitem", onclick: act }, icon(symbol), label);
    });
    this.menu.replaceChildren(...buttons);
    buttons[0].focus();
  }

  choose(deed, accept) {
    const input = make("input", { type: "file", accept: accept || null, multiple: deed === "sends_photo" });
    input.addEventListener("change", () => this.sendFiles(deed, input.files));
    input.click();
  }

  // What stands in the input field goes along as the caption.
  async sendFiles(deed, files) {
    const caption = this.field.value.trim();
    if (await this.phone.attempt(hand(`people/${this.phone.id}/${deed}`, files, caption))) {
      this.field.value = "";
      this.offerToSend();
    }
  }

  paste(event) {
    const file = event.clipboardData.files[0];
    if (file) {
      event.preventDefault();
      this.sendFiles(/^image\/(png|jpeg)$/.test(file.type) ? "sends_photo" : "sends_file", [file]);
    }
  }

  async enterLink() {
    const code = await enters(word("linkCode"));
    if (code) await this.start(code);
  }
}
