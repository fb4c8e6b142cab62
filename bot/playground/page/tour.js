// Things to try, in order. The words come from whoever runs the playground.

import { make } from "./dom.js";
import { pageLanguage, word } from "./words.js";

const panel = document.getElementById("tour");
const list = document.getElementById("tour-steps");

export class Tour {
  // `toPhone(seat, text)` puts a sentence into a phone's input field; `move(step)` moves the clock.
  constructor(toPhone, move) {
    this.toPhone = toPhone;
    this.move = move;
    this.tried = new Set();
    this.steps = [];
  }

  show(stage) {
    if (JSON.stringify(stage.tour) !== JSON.stringify(this.steps)) this.tried.clear();
    this.steps = stage.tour;
    this.seats = stage.seats;
    this.draw();
  }

  draw() {
    panel.hidden = this.steps.length === 0;
    list.replaceChildren(...this.steps.map((step, number) => this.step(step, number)));
  }

  step(step, number) {
    const words = step[pageLanguage()];
    const box = make("input", { type: "checkbox", checked: this.tried.has(number), "aria-label": word("done") });
    box.addEventListener("change", () => this.mark(number, box.checked));
    const place = words.seat ?? step.seat; // a tour may be walked on another phone in each language
    const seat = this.seats[place];
    const who = seat ? make("span", { class: `role ${seat.role}` }, word(seat.role)) : null;
    const buttons = [];
    if (words.say && seat) {
      buttons.push(make("button", { type: "button", onclick: () => this.toPhone(place, words.say) }, `“${words.say}”`));
    }
    if (step.move) {
      buttons.push(make("button", { type: "button", onclick: () => this.move(step.move) }, word(step.move)));
    }
    const title = make("label", {}, box, make("strong", {}, words.title));
    const offers = buttons.length > 0 ? make("p", { class: "offers" }, ...buttons) : null;
    const classes = this.tried.has(number) ? "tried" : null;
    return make("li", { class: classes }, title, make("p", {}, who, " ", words.text), offers);
  }

  mark(number, tried) {
    if (tried) this.tried.add(number);
    else this.tried.delete(number);
    this.draw();
  }
}
