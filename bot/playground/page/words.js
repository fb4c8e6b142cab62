// The page's own labels. What the bot says comes from the bot, never from here.

const WORDS = {
  ko: {
    title: "단골 연습장",
    moveClock: "시계 옮기기",
    hour: "+1시간",
    day: "+1일",
    month: "한 달 살아 보기",
    year: "한 해 살아 보기",
    lived: "손님이 {visits}번 오셨고, 메시지 {messages}통이 나갔어요.\n장부와 하나하나 맞춰 보니 {wrong}",
    nothingWrong: "까닭 없이 나간 것도, 빠진 것도, 두 번 나간 것도 없어요.",
    wrong: "맞지 않는 것이 있어요: {wrong}",
    campaign: "소식을 보낸 {sent}분 중 {came}분, 보내지 않은 {held}분 중 {heldCame}분이 오셨어요. {compared}",
    asInBooks: "결과 카드와 장부가 같아요.",
    notAsInBooks: "결과 카드와 장부가 달라요!",
    next: "다음 일까지",
    nextDue: "다음 일 {when}",
    nothingDue: "예정된 일이 없어요",
    shop: "가게",
    fresh: "새 가게로 시작",
    freshSure: "새 가게로 시작할까요? ({shop})\n지금까지의 대화는 모두 지워져요.",
    pageLanguage: "화면 언어",
    phones: "휴대폰",
    tour: "이렇게 해 보세요",
    tourShort: "해 보기",
    typeIt: "입력창에 넣기",
    done: "해 봤어요",
    owner: "사장님",
    customer: "손님",
    laundry: "세탁소",
    salon: "미용실",
    cafe: "카페",
    theatre: "소극장",
    bot: "봇",
    typing: "입력 중…",
    message: "메시지",
    send: "보내기",
    start: "시작",
    unblock: "차단 풀고 다시 시작",
    more: "더 보기",
    file: "파일 보내기",
    photo: "사진 보내기",
    ownContact: "내 연락처 보내기",
    cardOf: "{name} 명함 보내기",
    link: "초대 링크·QR로 들어가기",
    linkCode: "링크의 코드를 넣어 주세요(영문, 숫자, _ -).",
    block: "봇 차단",
    commands: "명령 목록",
    appLanguage: "텔레그램 언어",
    keyboard: "버튼 펼치기·접기",
    shareSure: "{phone} 번호를 봇에게 보낼까요?",
    share: "보내기",
    cancel: "취소",
    ok: "확인",
    reply: "답장",
    edit: "고치기",
    replying: "답장",
    editing: "고치는 중",
    edited: "고침",
    forwarded: "전달된 메시지",
    copied: "복사했어요",
    contact: "연락처",
    download: "{name} 내려받기",
    picture: "사진",
    unread: "안 읽은 메시지",
    unreadCount: "안 읽은 메시지 {count}개",
    welcome: "시작을 누르면 대화가 열려요.",
    dropHere: "여기에 놓으면 보내요",
    failed: "안 됐어요: {reason}",
    offline: "연결이 끊겼어요. 다시 잇는 중…",
  },
  en: {
    title: "Dangol playground",
    moveClock: "Move the clock",
    hour: "+1 hour",
    day: "+1 day",
    month: "Live a month",
    year: "Live a year",
    lived: "Customers came {visits} times, and {messages} messages went out.\nSet against the books one by one: {wrong}",
    nothingWrong: "none without a reason, none missing, none sent twice.",
    wrong: "something does not fit: {wrong}",
    campaign: "Of {sent} who were written to {came} came, of {held} who were not {heldCame}. {compared}",
    asInBooks: "The result card says the same as the books.",
    notAsInBooks: "The result card and the books differ!",
    next: "To the next task",
    nextDue: "Next task {when}",
    nothingDue: "Nothing is due",
    shop: "Shop",
    fresh: "Open a fresh shop",
    freshSure: "Open a fresh shop? ({shop})\nEvery chat so far is cleared.",
    pageLanguage: "Language of this page",
    phones: "Phones",
    tour: "Things to try",
    tourShort: "Try",
    typeIt: "Put it in the input field",
    done: "Tried it",
    owner: "Owner",
    customer: "Customer",
    laundry: "laundry",
    salon: "hair salon",
    cafe: "cafe",
    theatre: "small theatre",
    bot: "bot",
    typing: "typing…",
    message: "Message",
    send: "Send",
    start: "Start",
    unblock: "Unblock and restart",
    more: "More",
    file: "Send a file",
    photo: "Send a picture",
    ownContact: "Share my contact",
    cardOf: "Send {name}'s card",
    link: "Come in by link or QR",
    linkCode: "The code in the link (letters, digits, _ -).",
    block: "Block the bot",
    commands: "Commands",
    appLanguage: "Telegram's language",
    keyboard: "Show or hide the buttons",
    shareSure: "Share the number {phone} with the bot?",
    share: "Share",
    cancel: "Cancel",
    ok: "OK",
    reply: "Reply",
    edit: "Edit",
    replying: "Reply",
    editing: "Editing",
    edited: "edited",
    forwarded: "Forwarded message",
    copied: "Copied",
    contact: "Contact",
    download: "Download {name}",
    picture: "Picture",
    unread: "Unread messages",
    unreadCount: "{count} unread",
    welcome: "Press Start to open the chat.",
    dropHere: "Drop it here to send it",
    failed: "That did not work: {reason}",
    offline: "Connection lost. Trying again…",
  },
};

const listeners = [];
let language = localStorage.getItem("language") ?? (navigator.language.startsWith("en") ? "en" : "ko");

export function word(key, values = {}) {
  return WORDS[language][key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

export function hasWord(key) {
  return key in WORDS[language];
}

export function pageLanguage() {
  return language;
}

export function speak(chosen) {
  language = chosen;
  localStorage.setItem("language", chosen);
  listeners.forEach((listener) => listener());
}

// Calls back now and whenever the page changes its language.
export function inEveryLanguage(listener) {
  listeners.push(listener);
  listener();
}

export function labelStaticParts() {
  document.documentElement.lang = language;
  document.title = word("title");
  for (const element of document.querySelectorAll("[data-word]")) {
    element.textContent = word(element.dataset.word);
  }
  for (const element of document.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", word(element.dataset.label));
  }
}
