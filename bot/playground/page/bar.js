// The bar above the phones: the clock, the fresh shop, the language of the page.

import { ask, tell } from "./api.js";
import { confirms, tells } from "./dialog.js";
import { make } from "./dom.js";
import { hasWord, inEveryLanguage, pageLanguage, speak, word } from "./words.js";

const clock = document.getElementById("clock");
const nowElement = document.getElementById("now");
const nextDue = document.getElementById("next-due");
const steps = document.getElementById("clock-steps");
const presetChoice = document.getElementById("preset");

export class Bar {
  constructor(onProblem) {
    this.onProblem = onProblem;
    this.stage = null;
    for (const button of document.querySelectorAll("#clock-steps button")) {
      button.addEventListener("click", () => this.move(button.dataset.step));
    }
    for (const button of document.querySelectorAll("#languages button")) {
      button.addEventListener("click", () => speak(button.dataset.language));
    }
    document.getElementById("tour-toggle").addEventListener("click", () => document.body.classList.toggle("tour-open"));
    document.getElementById("fresh-shop").addEventListener("click", () => this.freshShop());
    inEveryLanguage(() => this.draw());
  }

  show(stage) {
    this.stage = stage;
    this.draw();
  }

  draw() {
    for (const button of document.querySelectorAll("#languages button")) {
      button.setAttribute("aria-pressed", String(button.dataset.language === pageLanguage()));
    }
    if (!this.stage) return;
    const { presets, preset } = this.stage;
    const options = presets.map((name) => make("option", { value: name }, hasWord(name) ? word(name) : name));
    presetChoice.replaceChildren(...options);
    presetChoice.value = preset;
    document.getElementById("fresh").hidden = presets.length === 0;
    this.drawTime(this.stage.clock);
  }

  drawTime(time) {
    this.stage.clock = time;
    clock.hidden = !time.now;
    steps.hidden = !time.movable;
    if (!time.now) return;
    const zone = { timeZone: this.stage.timezone };
    const day = new Intl.DateTimeFormat(pageLanguage(), { month: "long", day: "numeric", weekday: "long", ...zone });
    const hour = new Intl.DateTimeFormat(pageLanguage(), { timeStyle: "short", ...zone });
    const now = new Date(time.now);
    nowElement.dateTime = time.now;
    nowElement.replaceChildren(make("span", {}, day.format(now)), " ", make("strong", {}, hour.format(now)));
    const short = { month: "short", day: "numeric", weekday: "short", hour: "numeric", minute: "2-digit", ...zone };
    const due = time.next_due && new Intl.DateTimeFormat(pageLanguage(), short).format(new Date(time.next_due));
    nextDue.textContent = due ? word("nextDue", { when: due }) : word("nothingDue");
    steps.querySelector("[data-step=next]").disabled = !due;
  }

  // Ask for the time again; several wishes within a moment are one question.
  refresh() {
    clearTimeout(this.asking);
    this.asking = setTimeout(async () => {
      try {
        this.drawTime(await ask("clock"));
      } catch {
        // The page finds out by itself that the connection is lost.
      }
    }, 200);
  }

  async move(step) {
    const answer = await this.busily(() => tell("clock", { step }));
    if (!answer) return;
    this.drawTime(answer);
    if (answer.lived) await tells(inWords(answer.lived));
  }

  async freshShop() {
    const preset = presetChoice.value;
    if (await confirms(word("freshSure", { shop: hasWord(preset) ? word(preset) : preset }), "fresh")) {
      await this.busily(() => tell("fresh", { preset }));
    }
  }

  async busily(deed) {
    document.body.classList.add("busy");
    try {
      return await deed();
    } catch (problem) {
      this.onProblem(problem);
      return null;
    } finally {
      document.body.classList.remove("busy");
    }
  }
}

// The account of a month or a year that was lived through.
function inWords({ visits, messages, wrong, card, counted }) {
  const said = wrong.length > 0 ? word("wrong", { wrong: wrong.slice(0, 5).join(", ") }) : word("nothingWrong");
  const lines = [word("lived", { visits, messages, wrong: said })];
  if (card) {
    const compared = word(JSON.stringify(card) === JSON.stringify(counted) ? "asInBooks" : "notAsInBooks");
    const [came, sent] = card.sent_to;
    const [heldCame, held] = card.held;
    lines.push(word("campaign", { came, sent, heldCame, held, compared }));
  }
  return lines.join("\n");
}
