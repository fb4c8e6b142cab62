// One person's phone, showing the chat with the bot.

import { ask, tell } from "./api.js";
import { Composer } from "./composer.js";
import { tells } from "./dialog.js";
import { make, place } from "./dom.js";
import { dayOf, messageElement } from "./message.js";
import { fullName } from "./names.js";
import { word } from "./words.js";

export class Phone {
  // `seat` says who and in which role; `stage` has `bot` and `timezone`; `onActive` is called when it is touched.
  constructor(seat, stage, person, others, onActive) {
    this.id = seat.person_id;
    this.role = seat.role;
    this.stage = stage;
    this.person = person;
    this.others = others;
    this.drawn = new Map();
    this.lines = new Map();
    this.readUpTo = null;
    this.lineAfter = null;
    this.hasLine = false;
    this.active = false;
    this.refreshing = null;
    this.again = false;
    this.composer = new Composer(this);
    this.roleLabel = make("span", { class: "role" });
    this.badge = make("span", { class: "badge", hidden: true });
    this.status = make("small");
    this.languageChoice = make(
      "select",
      { class: "app-language", onchange: (event) => this.changeLanguage(event.target.value) },
      make("option", { value: "ko", lang: "ko" }, "한국어"),
      make("option", { value: "en", lang: "en" }, "English"),
    );
    this.languageChoice.value = person.language_code === "en" ? "en" : "ko";
    this.list = make("ol", { class: "messages", role: "log", "aria-live": "polite", tabindex: "0" });
    this.atEnd = true;
    this.list.addEventListener("scroll", () => this.noteScroll());
    this.list.addEventListener("load", () => this.keepAtEnd(), true);
    new ResizeObserver(() => this.keepAtEnd()).observe(this.list);
    this.welcome = make("p", { class: "welcome" });
    this.note = make("div", { class: "toast", role: "status", hidden: true });
    this.screen = this.buildScreen();
    this.element = make("section", { class: `phone ${this.role}` }, this.buildOwner(), this.screen);
    this.tab = make("button", { type: "button", onclick: () => onActive(this) });
    this.activateWhenTouched(() => onActive(this));
    this.label();
  }

  get name() {
    return fullName(this.person);
  }

  buildOwner() {
    const name = make("strong", {}, this.name);
    return make("div", { class: "whose" }, this.roleLabel, name, this.badge, this.languageChoice);
  }

  buildScreen() {
    const title = make("div", { class: "title" }, make("strong", {}, this.stage.bot.first_name), this.status);
    const avatar = make("span", { class: "avatar", "aria-hidden": "true" }, [...this.stage.bot.first_name][0]);
    const head = make("header", {}, avatar, title);
    const chat = make("div", { class: "chat" }, this.list, this.welcome, this.note);
    const screen = make("div", { class: "screen" }, head, chat, this.composer.element);
    screen.addEventListener("dragover", (event) => {
      event.preventDefault();
      screen.classList.add("dropping");
    });
    screen.addEventListener("dragleave", () => screen.classList.remove("dropping"));
    screen.addEventListener("drop", (event) => {
      event.preventDefault();
      screen.classList.remove("dropping");
      const file = event.dataTransfer.files[0];
      if (file) this.composer.sendFiles("sends_file", [file]);
    });
    return screen;
  }

  // Not before the finger is up: becoming active moves things by a few pixels, and a press whose end lands beside the
  // button it began on is no press.
  activateWhenTouched(activate) {
    let pressing = false;
    this.element.addEventListener("pointerdown", () => (pressing = true));
    for (const end of ["pointerup", "pointercancel"]) window.addEventListener(end, () => (pressing = false));
    this.element.addEventListener("focusin", () => pressing || activate());
    this.element.addEventListener("click", activate);
  }

  label() {
    this.roleLabel.textContent = word(this.role);
    this.element.setAttribute("aria-label", `${word(this.role)} ${this.name}`);
    this.languageChoice.setAttribute("aria-label", word("appLanguage"));
    this.languageChoice.title = word("appLanguage");
    this.welcome.textContent = word("welcome");
    this.screen.dataset.drop = word("dropHere");
    this.status.textContent = word("bot");
    this.composer.label();
    this.drawn.clear();
    this.list.replaceChildren();
    if (this.chat) this.draw(this.chat);
    this.showUnread();
  }

  // Read the chat again. Several calls at once become one more reading, never an older one drawn over a newer.
  async refresh() {
    if (this.refreshing) {
      this.again = true;
      return this.refreshing;
    }
    const reading = async () => {
      do {
        this.again = false;
        this.draw(await ask(`people/${this.id}/chat`));
      } while (this.again);
    };
    this.refreshing = reading().finally(() => (this.refreshing = null));
    return this.refreshing;
  }

  draw(chat) {
    this.chat = chat;
    this.person = chat.person;
    this.noteRead(chat.messages.at(-1));
    const grew = this.drawMessages(chat.messages);
    this.welcome.hidden = chat.messages.length > 0;
    this.composer.show(chat);
    this.showUnread();
    this.atEnd ||= grew;
    this.keepAtEnd();
  }

  // Unchanged messages keep their element, so that nothing flickers and the focus stays. Returns whether any is new.
  drawMessages(messages) {
    const elements = [];
    const kept = new Map();
    let day = "";
    this.hasLine = false;
    for (const message of messages) {
      const date = dayOf(message.date, this.stage.timezone);
      if (date !== day) elements.push(this.lineOf(date, "day"));
      day = date;
      if (!this.hasLine && this.isFromBotAfter(message, this.lineAfter)) {
        this.hasLine = true;
        elements.push(this.lineOf(word("unread"), "unread"));
      }
      const before = this.drawn.get(message.message_id);
      const content = JSON.stringify(message);
      const entry = before?.content === content ? before : { content, element: this.messageElement(message) };
      if (before && before !== entry) entry.element.classList.add("changed");
      kept.set(message.message_id, entry);
      elements.push(entry.element);
    }
    const grew = [...kept.keys()].some((id) => !this.drawn.has(id));
    this.drawn = kept;
    place(this.list, elements);
    return grew;
  }

  lineOf(text, kind) {
    const key = `${kind} ${text}`;
    if (!this.lines.has(key)) this.lines.set(key, make("li", { class: kind }, make("span", {}, text)));
    return this.lines.get(key);
  }

  noteScroll() {
    if (this.list.clientHeight > 0) {
      this.atEnd = this.list.scrollHeight - this.list.scrollTop - this.list.clientHeight < 80;
    }
  }

  // Whoever reads the newest goes on reading the newest: when something arrives, a picture loads, a keyboard opens.
  keepAtEnd() {
    if (this.atEnd) this.list.scrollTop = this.list.scrollHeight;
  }

  isFromBotAfter(message, id) {
    return message.from.id === this.stage.bot.id && message.message_id > id;
  }

  // The line above the unread stays while they are being read, so that nothing moves under the finger; it goes when
  // the person writes, or when something new arrives after the phone was put away.
  noteRead(last) {
    const newest = last?.message_id ?? 0;
    this.readUpTo ??= newest;
    this.lineAfter ??= newest;
    if (!this.active) return;
    this.readUpTo = newest;
    if (!this.hasLine || last?.from.id === this.id) this.lineAfter = newest;
  }

  messageElement(message) {
    const act = {
      tap: (on, button) => this.attempt(tell(`people/${this.id}/taps_data`, { message_id: on.message_id, data: button.callback_data })),
      copy: (text) => this.copy(text),
      link: (address) => this.follow(address),
      reply: (to) => this.composer.setMode({ kind: "reply", message: to }),
      edit: (own) => this.composer.setMode({ kind: "edit", message: own }),
    };
    return messageElement(message, { own: message.from.id === this.id, timezone: this.stage.timezone, act });
  }

  // A link to this very bot is followed here: it starts the chat with the link's code. Returns whether it was one.
  follow(address) {
    const url = new URL(address, location.href);
    if (url.hostname !== "t.me" || url.pathname !== `/${this.stage.bot.username}`) return false;
    this.composer.start(url.searchParams.get("start") ?? "");
    return true;
  }

  async copy(text) {
    await navigator.clipboard.writeText(text);
    this.toast(word("copied"));
  }

  // Await a deed of this person; a refusal is shown. Returns whether it was done.
  async attempt(deed) {
    try {
      await deed;
      return true;
    } catch (problem) {
      this.toast(word("failed", { reason: problem.message }));
      return false;
    }
  }

  async changeLanguage(code) {
    await this.attempt(tell(`people/${this.id}`, { language_code: code }, "PATCH"));
    await this.refresh();
  }

  // What the ledger tells about this chat beside the messages.
  hear(entry) {
    if (entry.event === "answered" && entry.show_alert) tells(entry.text);
    else if (entry.event === "answered" && entry.text) this.toast(entry.text);
    if (entry.event === "answered") this.list.querySelectorAll(".waiting").forEach((b) => b.classList.remove("waiting"));
    if (entry.event === "action") this.showTyping();
    if (entry.event === "sent") this.stopTyping();
  }

  showTyping() {
    this.status.textContent = word("typing");
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.stopTyping(), 5000);
  }

  stopTyping() {
    clearTimeout(this.typing);
    this.status.textContent = word("bot");
  }

  toast(text) {
    this.note.textContent = text;
    this.note.hidden = false;
    clearTimeout(this.fading);
    this.fading = setTimeout(() => (this.note.hidden = true), 3500);
  }

  setActive(active) {
    this.tab.setAttribute("aria-current", String(active));
    if (active === this.active) return;
    this.active = active;
    this.element.classList.toggle("active", active);
    if (active && this.chat) this.readUpTo = this.chat.messages.at(-1)?.message_id ?? 0;
    if (!active) this.lineAfter = this.readUpTo;
    this.showUnread();
    this.keepAtEnd();
  }

  showUnread() {
    const messages = this.chat?.messages ?? [];
    const count = messages.filter((message) => this.isFromBotAfter(message, this.readUpTo)).length;
    this.badge.hidden = count === 0;
    this.badge.textContent = count;
    this.badge.setAttribute("aria-label", word("unreadCount", { count }));
    const mark = make("span", { class: "badge", hidden: count === 0 }, String(count));
    this.tab.replaceChildren(this.role === "owner" ? word("owner") : this.name, mark);
  }
}
