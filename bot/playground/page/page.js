// The page: builds the phones and follows the ledger, so that whatever happens is seen at once.

import { ask } from "./api.js";
import { Bar } from "./bar.js";
import { tells } from "./dialog.js";
import { make, place } from "./dom.js";
import { Phone } from "./phone.js";
import { Tour } from "./tour.js";
import { inEveryLanguage, labelStaticParts, word } from "./words.js";

const phonesElement = document.getElementById("phones");
const tabs = document.getElementById("tabs");
const offline = document.getElementById("offline");
const main = document.getElementById("main");
const narrow = matchMedia("(max-width: 760px)");

let phones = [];
let ledgerRead = 0;

const bar = new Bar((problem) => tells(word("failed", { reason: problem.message })));
const tour = new Tour(
  (seat, text) => {
    document.body.classList.remove("tour-open");
    activate(phones[seat]);
    phones[seat].composer.put(text);
  },
  (step) => bar.move(step),
);
const tourTab = make("button", { type: "button", onclick: () => activate(null) });

// Make one phone the one that is read; on a narrow screen it is also the only one to be seen. None: the tour.
function activate(chosen) {
  phones.forEach((phone) => phone.setActive(phone === chosen));
  main.classList.toggle("touring", chosen === null);
  tourTab.setAttribute("aria-current", String(chosen === null));
}

async function setUp() {
  const stage = await ask("stage");
  const people = await ask("people");
  const accounts = stage.seats.map((seat) => people.find((person) => person.id === seat.person_id));
  phones = stage.seats.map((seat, number) => {
    const others = accounts.filter((_, other) => other !== number);
    return new Phone(seat, stage, accounts[number], others, activate);
  });
  place(phonesElement, phones.map((phone) => phone.element));
  tabs.replaceChildren(...(stage.tour.length > 0 ? [tourTab] : []), ...phones.map((phone) => phone.tab));
  bar.show(stage);
  tour.show(stage);
  ledgerRead = stage.ledger;
  await Promise.all(phones.map((phone) => phone.refresh()));
  activate(narrow.matches && stage.tour.length > 0 ? null : (phones[0] ?? null));
}

async function hear(entries) {
  ledgerRead = entries.at(-1).number;
  if (entries.some((entry) => entry.event === "emptied")) {
    await setUp();
    return;
  }
  const touched = new Set();
  for (const entry of entries) {
    const phone = phones.find(({ id }) => id === entry.chat_id);
    phone?.hear(entry);
    if (phone && ["sent", "edited", "deleted", "acted"].includes(entry.event)) touched.add(phone);
  }
  bar.refresh();
  await Promise.all([...touched].map((phone) => phone.refresh()));
}

async function follow() {
  let connected = false;
  for (;;) {
    try {
      if (!connected) await setUp();
      connected = true;
      offline.hidden = true;
      const entries = await ask(`ledger?after=${ledgerRead}&wait=20`);
      if (entries.length > 0) await hear(entries);
    } catch {
      connected = false;
      offline.hidden = false;
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
}

document.addEventListener("pointerdown", (event) => {
  if (!event.target.closest("#tour, #tour-toggle")) document.body.classList.remove("tour-open");
});

inEveryLanguage(() => {
  labelStaticParts();
  tourTab.textContent = word("tourShort");
  phones.forEach((phone) => phone.label());
  tour.draw();
});
follow();
