# A value that is absent (HAS says no) disappears with the space in front of it, and a line of nothing else with it.
# So “[no] { $hours }” means “leave this line out”. The functions are listed in catalog.py.

### Both: when something went wrong

# $reference is the number under which the log knows it.
apology = Sorry, something went wrong here. Nothing was changed. Please try again in a moment. (No. { $reference })
old-button = That button belongs to an earlier screen. Ask again and I'll show you a fresh one.
only-in-private = I don't talk about customers here. Please write to me in our own chat{ HAS($bot) ->
        [yes] : t.me/{ $bot }
       *[no] .
    }
cannot-read-this = I can read text and contacts, and photos of people we know. Could you write it?
cannot-read-this-here = I can read text, contacts, photos and Excel or CSV files. Please write instead of a voice message.
edited-unread = I don't read edited messages again: what you first wrote still stands. Please send what changed as a new message.
cannot-do-yet = I understood, but that is something I can't do yet.
not-understood-customer = Sorry, I didn't get that. You could say: “my account”, { $keeps-things ->
        [yes] “when are my clothes ready?”,{" "}
       *[no] {""}
    }{ $takes-bookings ->
        [yes] “when is my appointment?”,{" "}
       *[no] {""}
    }“my number changed”. If it's urgent, please call the shop{ HAS($contact) ->
        [yes] : { $contact }
       *[no] .
    }
not-understood-stranger = Sorry, I didn't get that. This is the chat of { $shop }. Use the button below to show that it's you, and you can see your own record.
not-understood-owner = Sorry, I didn't get that. Nothing was changed. You could say:
    { $visit }
    · who hasn't visited lately?
    · find 6781
# Something near was found. $rows are sentences that are understood.
not-understood-near = Sorry, I didn't get that. Nothing was changed. Did you mean:
    { $rows }
near-row = · { $example }
# What was only half understood is not done before the button is pressed.
# What can be understood, by name.
kind-named = { $kind ->
        [set_detail] write a customer's detail down
        [looked] who looked at a record
        [refund] prepaid money given back
        [prepaid_left] who has prepaid money left
        [no_shows] no-shows
        [undo] undo what was done last
        [correct] correct what was written last
        [merge] make them one person
        [tag_fetched] picked up
        [hand_over] picked up
        [tag_ready] ready
        [note_defect] note what is wrong
        [order_ready] ready
        [all_ready] everything is ready
        [set_tag] put on a tag
        [no_show] did not come
        [make_appointment] book a time
        [move_appointment] move the appointment
        [cancel_appointment] cancel the appointment
        [paid_tab] paid the tab
        [charge] paid ahead
        [late] will be late
        [give_points] give points
        [spend_points] points used
        [switch_on] switch it on
        [switch_off] switch it off
        [close_day] close the day
        [add_staff] add a colleague
        [remove_staff] take off the staff
        [walk_ins] write down customers without a name
        [lapsed] who has not been in
        [regulars] the regulars
        [top] the best customers
        [find] a customer's card
        [photos] the photos
        [last_visit] the last visit
        [visit_count] how often they came
        [spent] what they spent
        [usual] what they usually have
        [birthdays] birthdays
        [new] new customers
        [sales] takings
        [visits] number of visits
        [how_many] number of customers
        [bought] who had it
        [missing] missing details
        [stale] old phone numbers
        [orders_due] what is due
        [orders_waiting] what waits to be collected
        [appointments] bookings
        [points] points
        [voices] what waits for an answer
        [undelivered] messages not delivered
        [unpaid] who owes
        [find_tag] find a tag
        [brief] who comes next
        [narrow] narrow the list
        [pick] open that one of the list
        [balance] prepaid balance
        [staff_list] the staff
        [doubles] people entered twice
        [record_visit] write a visit down
        [record_several] write visits down
        [note] write a note
        [remind_me] set a reminder
        [message_one] write to one customer
        [message_many] write to several customers
        [draft_for] draft a message
        [drafts] drafts not sent yet
        [segments] customers in groups
        [chart_weeks] a chart of visits and takings
        [chart_hours] a chart of busy hours
        [chart_regulars] a chart of regulars gained and lost
        [chart] a chart
        [change_rule] change a rule
        [why_core] what kind of customer
        [no_extras] regulars without an extra
        [reminders] my reminders
        [shop_settings] the shop's settings
        [change_shop] change the shop's settings
        [drop_price] take off the price list
        [counter_sheet] make the counter sheet
        [export_all] take all data out
        [import_how] how to bring files in
        [health] is all well
        [day_brief] today's brief
        [week_summary] the week
        [month_card] the monthly card
        [clocks] what comes by itself
        [open_days] opening days
        [days_off] note days off
        [named_days] note days off
        [weekday_end] set hours by weekday
        [help] what I can do
        [stop] leave it
        [refresh] tidy old contacts
        [next_visit] when they may come again
        [status_account] my account
        [status_points] my points
        [status_visits] my visits
        [status_orders] my things at the shop
        [status_appointments] my booking
        [status_details] what is kept about me
        [status_balance] my prepaid balance
        [update] change my details
        [set_language] another language
        [history] what was changed
        [stop_messages] no more messages
        [start_messages] messages again
        [message_wish] when messages may come
        [message_settings] my message settings
        [ask_owner] a word to the owner
        [export] get my data
        [erase] erase my data
        [stay] keep my data
        [received] all messages sent to me
        [book] ask for a time
        [things_fetched] say when you come for your things
        [cancel] cancel the booking
        [voice] a word to the shop
        [recommend] a suggestion
        [refer] bring a friend
        [hours] hours and address
        [thanks] thanks
        [who_saw] who looked at my record
        [why_this] why this came
        [why_field] why you are asked
        [drop_detail] take one detail off
        [who_answers] who answers
        [prefer] note what I like
        [preferences] what I like
        [drop_preference] take a preference off
        [own_photos] my photos
        [add_prospect] write down who asked
        [advertising_every] set how seldom ads go
        [campaign_result] see how a campaign went
        [care] set the care advice
        [complaint] pass on a complaint
        [request] pass on a request
        [idea] pass on an idea
        [detail_holds] note that a detail is right
        [extras] see regulars without an extra
        [find_member] find by member number
        [gather_words] keep what wasn't understood
        [gathered_words] see what wasn't understood
        [give_extra] write down an extra
        [guardian] note a guardian's consent
        [holidays_off] set public holidays
        [hours_before] set the notice before a booking
        [ideas] see the ideas
        [in_work] see what is in work
        [invite] see whom to invite
        [leave_out] leave somebody out
        [message_shown] write to the list shown
        [message_text] see a message text
        [move_booking] ask for another time
        [nth_gift] set the gift for every so many visits
        [own_lists] see own lists
        [owner_clock] set when I am told
        [prospects] see who only asked
        [quiet_hours] set the quiet hours
        [recommended] note who brought somebody
        [refresh_state] see how the clean-up goes
        [rfm] see groups by RFM
        [sent_to] see what somebody was sent
        [privacy] what happens to my data
        [status] see my own
        [status_cases] what I said to the shop
        [stop_campaign] stop a campaign
        [resume_campaign] go on with a campaign
        [strike_reminder] strike a reminder
        [switch_part] switch a part on or off
        [update_address] change my address
        [update_birthday] change my birthday
        [update_email] change my e-mail
        [update_name] change my name
        [update_phone] change my number
        [owed] what somebody owes
        [visitors] who came
        [what_costs] what a thing costs
        [week_hours] set hours by weekday
        [why_stage] see what kind of customer
        [pay_promise] a promise to pay
        [points_end] set when points run out
        [prepaid_end] set when prepaid runs out
       *[other] write this down
    }
guess = Did you mean this? { $said }
    Nothing has been changed yet.
guess-which = Which of these did you mean?
    { $rows }
    Nothing has been changed yet.
guess-one-number = Only one number can be kept for one person. Which one?
    { $rows }
    Nothing has been changed yet.
guess-row = { $number }. { $said }
guess-said = <b>{ $kind }</b>{ HAS($guests) ->
        [yes] {": "}{ $guests }
       *[no] {""}
    }{ HAS($name) ->
        [yes] {" · "}{ PERSON($name) }
       *[no] {""}
    }{ $both ->
        [yes] {", two of that name"}
       *[no] {""}
    }{ HAS($partner) ->
        [yes] {" · "}{ PERSON($partner) }
       *[no] {""}
    }{ HAS($things) ->
        [yes] {" · "}{ LIST($things) }
       *[no] {""}
    }{ HAS($amount) ->
        [yes] {" · "}{ $amount }
       *[no] {""}
    }{ HAS($count) ->
        [yes] {" · "}{ $count ->
            [one] 1 point
           *[other] { $count } points
        }
       *[no] {""}
    }{ HAS($at) ->
        [yes] {" · "}{ $at }
       *[no] {""}
    }{ HAS($tag) ->
        [yes] {" · tag "}{ $tag }
       *[no] {""}
    }{ HAS($rack) ->
        [yes] {" · rack "}{ $rack }
       *[no] {""}
    }{ HAS($period) ->
        [yes] {" · "}{ $period }
       *[no] {""}
    }{ HAS($words) ->
        [yes] {" · “"}{ $words }{"”"}
       *[no] {""}
    }
    { $missed }
guess-day = { DAY($day) }
guess-days = { DAY($first) } ~ { DAY($last) }
guess-rule = { $name }: { $rule }
button-guess-yes = Yes, that
stopped = All right, stopped. Nothing was changed.
nothing-to-stop = There was nothing going on. What can I do for you?
changed-mind = Of course. { $what ->
        [cancelled] Shall I bring back the booking you just cancelled?
        [case] Shall I take back what I passed on to the owner?
        [erasure] Shall I drop your request to be erased?
        [time] Shall I withdraw the time you just asked for?
        [vote] Shall I take back your vote?
        [wish] Shall I undo what you just changed about messages?
       *[change] Shall I undo what you just changed?
    }
changed-mind-about-what = All right, nothing was changed. If it is about something else, say it like “message settings” or “undo my number”.
nothing-to-undo = There is nothing to undo.
# Follows the answer to a question asked in the middle of a form. $prompt is the question that still waits.
form-continues = Back to where we were: { $prompt }
language-ask = Which language do you prefer?
language-set = From now on I'll write in English.
refused-language-unknown = I speak Korean and English. Say “English please” or “한국어로”.

### What was not understood

# Behind the answer that says so, for whoever lets it be kept.
words-kept = { $answer }
    I kept this sentence, with names and numbers taken out.
words-on = All right, I'll keep what you say and I don't understand. The names and numbers I recognise are taken out, it is locked away for { $days } days, and nothing is sent anywhere by itself.
    A customer's sentence is kept only if that customer, asked once, said yes.
    “Show what you didn't understand” shows it, “stop keeping what you don't understand” ends it.
words-off = All right, I keep nothing more of what I don't understand.
    { $left }
words-left = { $count ->
        [one] The one sentence that is there goes by itself after { $days } days.
       *[other] The { $count } sentences that are there go by themselves after { $days } days.
    }
words-undone = Undone. { $on ->
        [yes] What I don't understand is kept.
       *[no] What I don't understand is not kept.
    }
words-none = No sentences were kept. { $on ->
        [yes] What I don't understand will appear here.
       *[no] At the moment nothing is kept.
    }
words-list = { $total ->
        [one] <b>One sentence</b> that I didn't understand.
       *[other] <b>{ $total } sentences</b> that I didn't understand.
    } Tap a number to strike one out.
    { $rows }
    { $page }
    ○○ is a name or number that was taken out. After { $days } days they go.
words-row = { $number }. “{ $text }” ({ $side ->
        [customer] customer
       *[other] shop
    }, { DAY($on) }){ HAS($meant) ->
        [yes] {" "}{ $meant }
       *[no] {""}
    }
# Guessed from what was understood right after it.
words-meant = → probably “{ $kind }”
words-struck = Struck out: “{ $text }”. You can undo this for a day.
words-put-back = Back again: “{ $text }”
words-cleared = { $count ->
        [one] The one sentence is deleted.
       *[other] All { $count } sentences are deleted.
    }
words-files = { $count ->
        [one] Here is one file.
       *[other] Here are { $count } files.
    } Made-up names and numbers stand where real ones were taken out. Whether you pass it on to the makers of the program is up to you.
words-file = Examples to learn from.
words-not-here = This shop keeps nothing of what wasn't understood.
words-agreed = Thank you. Your yes was noted ({ $at }). Only what I don't understand is kept, without names and numbers, for { $days } days; say stop and it is deleted at once.
words-refused = All right, nothing you say is kept (from { $at }).{ HAS($count) ->
        [yes] {" "}{ $count ->
            [one] The one sentence that was kept is deleted.
           *[other] The { $count } sentences that were kept are deleted.
        }
       *[no] {" "}Nothing else changes.
    }
consent-ask-words = May { $shop } keep sentences like this one, which I didn't understand? Only to teach me, also by passing them to those who do; names and numbers I recognise are taken out, for { $days } days. If not, nothing changes. Stop any time and they are deleted at once.
refused-sentence-gone = That sentence is gone already.
button-tab-remind = Remind me then
button-words-help = Help me learn
button-words-stop = Keep no words
button-words-gather = Keep missed lines
button-words-show = See missed lines
button-words-enough = Stop keeping
button-words-file = As a file
button-words-clear = Delete them all
look-sentences = what wasn't understood (without a name)
privacy-words = · What I don't understand: kept only of those who agreed to it, without the names and numbers I recognise, for { $days } days. Only to teach me, also by passing it to those who do. Say “stop keeping what you don't understand” and it is deleted at once.

### Customer: start and privacy

start-stranger = This is <b>{ $shop }</b>. Once we know it's you, you can see { $preset ->
        [laundry] your clothes
        [salon] your bookings and past visits
       *[other] your visits
    } here.
    Kept until { $years } years after your last visit: name, phone number, visits; to answer and notify you. You may decline. Under 14: with a guardian.
    Ads are asked apart. More: /privacy
start-customer = Hello { PERSON($name) }, this is <b>{ $shop }</b>. What can I do for you?
later = Of course. The button below is there whenever you like.
privacy = <b>Privacy at { $shop }</b>
    · What we keep: name, phone number, visits. E-mail, address and birthday only if you tell us.
    · What for: news about what you have with us, and answers to your questions. Ads only if you agreed to them.
    · How long: until { $years } years after your last visit, or until you ask us to delete it.
    · Who sees it: only the people who work here, and every look is recorded. Names and numbers are stored encrypted.
    · This chat runs through Telegram (servers abroad). If you'd rather not, the shop serves you just the same.
    · Photos: with your visits or words, for 90 days. When you ask us to erase you, only an unreadable mark of your number stays for a year, so that no old file brings you back.
    · Any time: say “my account” to see and correct it, and you may ask us to delete it.
    { $sentences }
    { $interpreter }
    { $contact }
privacy-interpreter = · When the program can't make out a line that the shop wrote, that one line goes to a language model outside, with the names and numbers it recognised taken out. What customers write and the records are never sent.
privacy-contact = Questions: { $contact }

### Customer: showing that it's you

# Said alike to people we know and to new ones: nobody may find out who is a customer.
linked = Thank you, that's you. Welcome, { PERSON($name) }. Say “my account” to see your record; a wrong name can be corrected at once.
    If you were here before and see no visits yet, the shop checks once more and then shows them. “I was here before” makes it quicker.
# To whoever was connected first, when another chat shows the same number.
link-tried = Someone just showed this phone number from another Telegram account. Your record stays as it is, and the shop will check first. If it wasn't you, please tell the shop.
    { $contact }
link-opened = { PERSON($name) }, { $how ->
        [counter] you were confirmed at the counter.
        [purchase] that was right, so it's you.
       *[shop] the shop has confirmed it's you.
    } You can see your record in this chat now.
# To the chat that was linked until the record was opened to another one.
link-moved = { $how ->
        [counter] Somebody with the same number was confirmed at the shop's counter, and this record moved to another Telegram.
        [purchase] Somebody showed the same number and knew the last visit, and this record moved to another Telegram.
       *[shop] The shop has confirmed somebody, and this record moved to another Telegram.
    } It can't be seen here any more. If that was not you, tap within { $days } days.
link-contest-done = Thank you for telling us. The record is back in this chat, and the shop knows.
link-closed = The shop took back that it's you. What you entered stays yours; the older record can't be seen in this chat.
link-restored = { PERSON($name) }, your record is connected to this chat again.
unlink-whether = Disconnect this chat? The record stays with the shop and can't be seen here. Linking can be undone for { $days } days.
unlinked = Disconnected. This chat is nobody's now. To see your record at { $shop } again, show that it's you.
# The fresh code of the counter was scanned. The same words whether a record opens by it or not.
counter-here = Thank you, we know you're at the counter. Say “my account” for everything that is yours to see. If something is still missing, please tell the shop.
counter-here-first = Thank you, we know you're at the counter. Tap <b>Confirm my number</b> within { $minutes } minutes, and nothing else is needed to show it's you.
counter-code-over = This QR code was used already, or it is too old. Please ask for a new one at the counter.
# The same question for everybody who linked by number, record or not.
been-here-ask = Please write { $preset ->
        [laundry] what you last left here
        [salon] what you last had done here
        [theatre] which play you saw here last
       *[other] what you last had here
    } and about which month and year that was, like “{ $preset ->
        [laundry] a coat, in March last year
        [salon] a perm, in March last year
        [theatre] Hamlet, in March last year
       *[other] a cheesecake, in March last year
    }”. You need not: the shop checks anyway. And at the shop, you can ask for the counter QR.
been-here-unread = I need both { $preset ->
        [laundry] what you left
        [salon] what you had done
        [theatre] which play it was
       *[other] what it was
    } and one month, like “{ $preset ->
        [laundry] a coat, in March last year
        [salon] a perm, in March last year
        [theatre] Hamlet, in March last year
       *[other] a cheesecake, in March last year
    }”.
been-here-known = “my account” shows your visits. If older ones are missing, ask for the counter QR in the shop, or tell us.
under-14-stranger = Thank you for telling us. Under 14, please come to the shop with your guardian. Nothing was kept here, and you can use the shop just the same.
    { $contact }
under-14-customer = Thank you for telling us. Under 14, your guardian has to agree in the shop before anything is kept. Until then, you can erase what is on record.
    { $contact }
under-14-kin = Under 14, a child can use this once their guardian has agreed in the shop, with the child. Until then nothing about the child is kept.
    { $contact }
under-14-agreed = Your guardian's word is on record. Just go on.
been-here-skipped = That's fine. Once the shop has checked, you'll see it.
been-here-passed-on = Thank you, the shop has it now. Once they have checked, you'll see your earlier visits. At the shop, you can ask for the counter QR.
help-customer = You can simply say:
    { $rows }
    To stop what you're doing, say “cancel”.
can-say-account = · my account
can-say-orders = · when are my clothes ready?
can-say-booking = · when is my appointment?
can-say-change = · my number changed to 010-2345-6789
can-say-history = · what was changed?, undo
can-say-messages = · stop sending, message settings
can-say-statement = · my statement, what do you have on me?
can-say-remember = · please remember: short fringe
can-say-why = · why did I get this?, why do you ask for my birthday?
can-say-own-data = · export my data, who has seen my record?, delete my data
can-say-owner = · tell the owner
can-say-ask-time = · book Saturday 3 pm, cancel my appointment

### Customer: my account

account = <b>{ PERSON($name) }</b>, { LIST($reached) }
    { $visits }
    { $last }
    { $yours }
    { $things }
    { $unpaid }
    { $booking }
account-reached = { $value }{ $confirmed ->
        [yes] {""}
       *[no] {" "}(not confirmed yet)
    }
account-since = With us since { DAY($since) }, { $count ->
        [one] { $count } visit
       *[other] { $count } visits
    }. Paid { $spent }.
account-detail = · { $field } { $value }{ $state ->
        [confirmed] {" "}(confirmed { DAY($at) })
        [unconfirmed] {" "}(not confirmed yet)
        [told] {" "}(told { DAY($at) })
       *[noted] {""}
    }
account-no-details = no contact details yet
details = { PERSON($name) }, this is what we have.
    { $rows }
    { $missing }
# One birthday. $day is 1985-11-24 or 11-24.
birthday = { $lunar ->
        [yes] lunar{" "}
       *[no] {""}
    }{ $day }{ $leap ->
        [yes] {" "}(leap month)
       *[no] {""}
    }
account-missing = Not known yet: { LIST($fields) }
account-visits = With us since { DAY($since) }, { $count ->
        [one] { $count } visit
       *[other] { $count } visits
    }. Paid { $spent }, last visit { DAY($last) }.
    { $rows }
account-visits-of = Your visits, { $period }: { $count ->
        [0] none
       *[other] { $count }. Paid <b>{ $spent }</b>
    }. { $unpaid }
    { $rows }
account-no-visits = No visits yet.
account-booking = Next booking: { $at }{ HAS($service) ->
        [yes] , { $service }
       *[no] {""}
    }
visits-row = · { DAY($on) } { LIST($items) }{ $more } { $amount }
visits-row-more = , { $count } more
orders-status = <b>{ PERSON($name) }</b>
    { $things }
    { $unpaid }
    { $hours }
things-here = { $pieces ->
        [one] { $pieces } item
       *[other] { $pieces } items
    } with us{ HAS($shown) ->
        [yes] , { $shown } of them
       *[no] {""}
    }:
    { $rows }
things-more = and { $count } more
orders-row = · { $item }: { $state ->
        [ready] ready
       *[other] in work{ HAS($promised) ->
            [yes] , promised { $promised }
           *[no] {""}
        }
    }
orders-row-short = · { $item }: { $state ->
        [ready] ready
       *[other] in work{ HAS($promised) ->
            [yes] , by { $promised }
           *[no] {""}
        }
    }
thing-unnamed = what you left
orders-unpaid = To pay: { $amount }
orders-none = We have nothing of yours here right now.
balance = { HAS($rows) ->
        [yes] You have { LIST($rows) } left.
       *[no] {""}
    } { HAS($unpaid) ->
        [yes] { $unpaid }.
       *[no] There is nothing left to pay.
    }
# The statement. $got is what they were given, $yours what is theirs to use today.
statement = { PERSON($name) }, with us since { DAY($since) }, { $count ->
        [one] 1 visit
       *[other] { $count } visits
    }. Paid <b>{ $spent }</b>.
    { $got }
    { $yours }
    { $unpaid }
statement-received = Received: { LIST($rows) }.
statement-extras = { $count ->
        [one] 1 extra
       *[other] { $count } extras
    } at no charge
statement-gifts = { $count ->
        [one] 1 promised gift
       *[other] { $count } promised gifts
    }
statement-free = { $gift } (×{ $count })
statement-discounts = { $amount } off
statement-today = Yours today: { LIST($rows) }.
statement-nothing-today = Nothing is waiting for you to use today.
statement-prepaid = { $amount } prepaid
statement-points = { $count ->
        [one] 1 point
       *[other] { $count } points
    }{ HAS($ending) ->
        [yes] {" "}({ $ending })
       *[no] {""}
    }
who-answers = You are read and answered in person by { $who }. What you say now is answered by { $due }. Dates and amounts on record I can tell you at once.
    { $hours }
    { $contact }
why-phone = { $use ->
        [things] To tell you when your things are ready, and to know it's you when you collect them.
        [times] To tell you about your bookings, and to know it's you when you come.
       *[other] To know it's you when you come, and to answer what you ask.
    } For ads only if you agreed to them. To erase it say “delete my data”.
why-email = Only to reach you when neither Telegram nor the phone does. Everything else works without it. To take it off say “delete my email”.
why-address = { $use ->
        [things] Only to pick things up or bring them to you.
       *[other] Only when there is something to send to you.
    } Everything else works without it. To take it off say “delete my address”.
why-birthday = Only for a birthday greeting, and only if you said you want greetings. Everything else works without it. To take it off say “delete my birthday”.
why-name = To call you by it, and to tell you apart from others of that name. If you like another one better, say “change my name”.
why-preferences = Only to do things your way when you come. You can see and strike them at any time: “show my preferences”.

### Customer: what to remember

preferences = This is what we remember, in your words. Tap the number of what you'd like to strike.
    { $rows }
preferences-row = { $number }. { $text }
preferences-line = · { $text }
preferences-none = Nothing is remembered yet. Say for example “please remember: short fringe” and we note it.
preferences-empty = Nothing is remembered any more.
preferences-changed = { HAS($count) ->
        [yes] We remember it like this, the latest of { $count }.
       *[no] We remember it like this.
    }
    { $rows }
    You can undo it until { DAY($until) }.
preference-whether = “{ $text }” — shall we remember that for the shop to see?
    { $health }
preference-health = This is about your health, so we ask by itself. It is used only to serve you accordingly, and you can strike it at any time.
nothing-of-the-kind = We keep no record of that. Say “my account” to see everything we have.
appointment-status = { PERSON($name) }, you have a booking: { $at } { $service }.
appointments-status = { PERSON($name) }, you have { $count } bookings.
    { $rows }
appointments-row = · { $at } { $service }
appointments-none = You have no booking.
shop-hours = Open: { $hours }
shop-where = Address: { $address }
shop-contact = Contact: { $contact }
hours-unknown = Please ask the shop about its hours.
# Whether the shop is open on the day asked about. $next is the next open day.
open-answer = { DAY($day) }: { $state ->
        [closed] closed{ HAS($holiday) ->
            [yes] {" "}({ $holiday })
           *[no] {""}
        }.
        [over] { $hours }, closed by now.
        [open] open { $hours }.
       *[unknown] please ask the shop.
    }{ HAS($next) ->
        [yes] {" "}Next: { DAY($next) } { $after }.
       *[no] {""}
    }
shop-card = <b>{ $shop }</b>
    { $today }
    { $hours }
    { $where }
    { $contact }
thanks-back = Thank you, too. Write whenever you like. — { $shop }
yes-needs-button = If I asked you something, please press its button. For anything else just write to me.
# What to suggest: always one thing that this person has chosen before, and why.
suggest-usual = <b>{ $item }</b> in { $times } of your last { $of } visits (last on { $on }). { $keeps-things ->
        [yes] Anything like it to bring this time?
       *[no] The same again today?
    }{ $price }
suggest-yearly = Around this time last year ({ $on }) it was <b>{ $item }</b>. { $keeps-things ->
        [yes] It may be due again.
       *[no] How about it again?
    }{ $price }
suggest-unknown = { HAS($item) ->
        [yes] I don't know your taste yet. What most people take here lately: <b>{ $item }</b>.
       *[no] I don't know your taste yet. After a few more visits I will.
    }{ $price }
suggest-price = {" "}({ $amount })
# Introductions: whoever sent the link is never told who came.
introduce = Thank you. Send your friend this link: { $link }
    We tell you once your friend has been to { $shop }, but not who it was.
introduce-link = { $link }
button-copy-link = Copy the link
introduced-welcome = You come by a friend's word, how nice. Once you have been here we thank them, without saying who it was.
introduced-before = We have noted the first link that you opened; it counts once.
introduced-own = This is your own link. Send it to a friend.
introduced-customer = You are a customer already, so it does not count as an introduction. Thank you all the same.
introduced-thanks = Someone came on your word, { PERSON($name) }. Thank you very much.
    — { $shop }
introduced-owner = { PERSON($newcomer) } came for the first time, on { PERSON($name) }'s word. A word of thanks will please them.
refused-no-link-yet = I cannot make a link yet. Please ask again in a moment.
# One thing: “shirt ×3”, and the name alone for a single one.
item-line = { $item }{ $quantity ->
        [1] {""}
       *[other] {" "}{ PIECES($quantity, $item) }
    }

### Customer: correcting, undoing, what was changed

change-which = What shall we change?
change-ask-phone = Please send the new phone number, for example 010-2345-6789. (Say “cancel” to stop.)
change-ask-email = Please send the new e-mail address. (Say “cancel” to stop.)
change-ask-name = What shall we call you? Please send your name. (Say “cancel” to stop.)
change-ask-address = Please send the new address. (Say “cancel” to stop.)
change-ask-birthday = Please send your birthday, for example 2 March 1990. (Say “cancel” to stop.)
change-whether = Shall I change your { $field } to <b>{ $value }</b>?
change-proof-phone = It counts as confirmed once the shop checks it with you.
change-done = { HAS($before) ->
        [yes] Changed your { $field }: { $before } → <b>{ $after }</b>
       *[no] Noted your { $field }: <b>{ $after }</b>
    }
    { $proof }
    You can undo it until { DAY($until) }.
change-same = That is the { $field } we have already: { $value }
change-empty = There is no { $field } on your record.
change-dropped = Your { $field } is off the record. You can undo it until { DAY($until) }.
phone-confirmed = Your { $field } { $value } is confirmed.
change-undone = { HAS($value) ->
        [yes] Undone. Your { $field } is <b>{ $value }</b> again.
       *[no] Undone. Your { $field } is empty again.
    }
history = What was changed lately:
    { $rows }
history-none = Nothing has been changed.
history-row = · { DAY($at) } { $field }: { HAS($before) ->
        [yes] { $before } → { HAS($after) ->
            [yes] { $after }
           *[no] empty
        }
       *[no] { $after }
    } ({ $who }){ $undone ->
        [yes] {" "}— undone
       *[no] {""}
    }
history-linked = · { DAY($at) } this chat was connected ({ $who })
who-self = you
who-shop = the shop
who-file = the shop's file
field-name = name
field-phone = phone number
field-email = e-mail
field-member-no = member number
field-address = address
field-birthday = birthday
field-preferences = what to remember

### Customer: why did I get this

why-reminder = On { DAY($made) } you made a booking for { $at } { $service }, so this was { $soon ->
        [yes] the notice some hours before
       *[no] the day-before notice
    }. Not an ad. { $count }
why-personal = The shop wrote this to you itself on { $at }. Not an ad. { $count }
why-booking-changed = Your booking was { $event ->
        [cancelled] cancelled
       *[moved] moved
    }, so we told you on { $at }. Not an ad. { $count }
why-order-ready = { $event ->
        [late] What you left on { DAY($received) } will be late, so we told you.
       *[ready] What you left on { DAY($received) } is ready, so we told you.
    } Not an ad. { $count }
why-closed-days = You have a booking or things with us, so we told you on { $at } when we are closed. Not an ad. { $count }
why-receipt = You were here on { DAY($on) }, so we sent that day's receipt. Not an ad. { $count }
why-nothing = We haven't sent you anything unasked lately, only answers to what you said.
why-count = Sent to you in the last { $days } days: { $times }.
why-uncollected = What you left on { DAY($received) } is ready and waiting for you. Not an ad. { $count }
why-consent-check = Two years ago you agreed to ads, so we asked on { $at } whether that still holds. Not an ad. { $count }
why-told = It came on { $at } because { $kind ->
        [balance] there was something to tell about what you paid ahead or earned
        [statement] something in your account changed since the last one
        [gift] you have something coming that was promised
       *[refresh] we wanted to know whether your contact details still hold
    }. Not an ad. { $count }
why-consent = You agreed to ads on { DAY($on) }.
why-ad = This is an ad. It came on { $at } { $kind ->
        [birthday] for your birthday
        [greeting] as a greeting
        [expiry] because something we gave you is about to run out
        [invitation] to invite you, as you have come often
       *[other] with news of the shop
    }. { $consent } { $count }
why-campaign = This is an ad.{ HAS($usual) ->
        [yes] {" "}You usually come every { GAP($usual) }
       *[no] {""}
    }{ HAS($since) ->
        [yes] {" "}and were last here on { DAY($since) },
       *[no] {""}
    } so on { DAY($approved) } the owner decided to write to you. { $consent } { $count }
why-answer = That was our answer of { $at } to what you said. Not an ad. { $count }
why-account = On { $at } something happened that concerns the safety of your record. Not an ad. { $count }
why-gone = We sent it on { $at }; the booking or visit behind it is not on record any more. { $count }
received = What we sent you without being asked, { $total } in all:
    { $rows }
received-row = · { $at } { $kind }

### Customer: what comes, and when

# $stopped and $still are lists of kinds of messages.
messages-stopped = Stopped (done { $at }). Not sent any more: { LIST($stopped) }.
    Still sent: { LIST($still) }. { $instead }
messages-ask-instead = To know what is ready, just ask “are my clothes ready?”.
messages-only = From now on only { LIST($only) } (done { $at }).
    Before: { LIST($before) }.
    Now: { LIST($still) }.
messages-started = We'll send them again (done { $at }). You get: { LIST($still) }.
topic-answers = answers to what you ask
topic-orders = ready notices
topic-bookings = booking reminders
topic-receipts = receipts of the day
topic-advertising = ads and greetings
topic-night = ads at night (9 pm–8 am)
message-settings = <b>Your messages</b>. Tap a number.
    { $rows }
    { HAS($limits) ->
        [yes] { $limits }
       *[no] You can also say “no messages in the evening” or “quiet until next month”.
    }
message-setting = { $number }. { $what }: { $comes ->
        [yes] on
       *[no] off
    }{ HAS($decided) ->
        [yes] {" "}({ DAY($decided) })
       *[no] {""}
    }
wish-kept = Done (from { $at }).
    { $limits }
    You get: { LIST($still) }.
wish-undone = Taken back.
    { $limits }
    You get: { LIST($still) }.
wish-hours = · Nothing between { $from-hour } and { $to-hour }.
wish-only-days = · Only on { LIST($days) }.
wish-weekends = · Nothing on weekends.
wish-days = · Nothing on { LIST($days) }.
wish-pause = · No ads or receipts until { DAY($until) }.
wish-distance = · Ads, greetings and receipts at most once in { GAP($days) }.
wish-quiet = · Quiet treatment: only your own news.
consent-ask-advertising = May { $shop } send news and offers (advertising) to this chat? Say “stop” at any time and it ends at once. Without it, everything else stays the same.
consent-ask-night = May { $shop } send advertising to this chat between 9 pm and 8 am too? Say “stop” at any time and it ends at once. Without it, everything else stays the same.
consent-given = { $shop }: on { $at } you agreed to { $what }. The button below or the word “stop” ends it at any time.
consent-not-given = All right, we won't. Nothing was changed.
consent-lapsed = { $count ->
        [one] 1 agreement
       *[other] { $count } agreements
    } to ads ended: after two years people have to be told, and nothing reached them. No more ads until they agree again.
    { $rows }
    { $more }
consent-lapsed-row = · { PERSON($name) }{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    }
consent-lapsed-more = and { $count } more
consent-check = { $shop }: on { DAY($on) } you agreed to { $what }. Two years are nearly over, so we tell you. Leave it and it goes on; tap below or say “stop” to end it.

### Customer: asking for a time

time-ask = { HAS($day) ->
        [yes] At what time on { DAY($day) }? For example 3:30 pm
       *[no] { $move ->
            [yes] When would suit you instead? For example Saturday 3 pm
           *[no] When would suit you? For example Saturday 3 pm
        }
    }
time-taken-offer = { $at } is taken. Please say or pick another time.
time-not-open = { HAS($hours) ->
        [yes] We are not open at { $at }; that day it is { $hours }.
       *[no] We are closed on the day of { $at }.
    } Please name another time, for example Wednesday 3 pm.
time-which-day = Which day{ HAS($period) ->
        [yes] , { $period },
       *[no] {""}
    } and at what time? For example Wednesday 3 pm
time-asked = { HAS($before) ->
        [yes] We'll ask whether { $before } can move to <b>{ $at }</b>.
       *[no] We'll ask for <b>{ $at }</b> { $service }{ $whose }.
    } You hear by { $due }. Until then it is not settled.
time-withdrawn = All right, your wish for { $at } is taken back.
time-agreed = Booked: <b>{ $at }</b> { $service }. We remind you the day before.
time-declined = Sorry, { $at } doesn't work. Would you name another time? For example “book Saturday 3 pm”
time-offered = Instead of { $wished }, would <b>{ $at }</b> { $service } suit you? One tap and it is booked.
time-left = All right. If another time suits you, say for example “book Saturday 3 pm”.
time-sorry = Sorry that your booking is not answered yet. We asked again; you hear by { $due }.
booking-cancel-whether = Cancel <b>{ $at }</b> { $service }? You can do so here until { $until }.
booking-cancel-which = You have { $count } bookings. Which one shall I cancel?
booking-move-which = You have { $count } bookings. Which one shall I move?
booking-cancelled = { $at } { $service } is cancelled.
booking-kept = { $at } { $service } is kept.

### Customer: handing it to a person

# $who is the person who answers.
case-heard = { $sort ->
        [complaint] We're sorry to hear that.{" "}
        [again] Passed on as well.{" "}
       *[other] Passed on.{" "}
    }{ $item } You get a personal answer from { $who } by { $due } (case { $number }). { $photos }
case-photos = { HAS($count) ->
        [yes] { $count ->
            [one] The photo goes with it.
           *[other] The { $count } photos go with it.
        }
       *[no] The photos go with it.
    }
case-item = You mean the { $item } of { DAY($on) }, right?
case-item-right = the { $item } of { DAY($on) }
case-thing = { HAS($item) ->
        [yes] Thank you, we've passed on that it is { $item }.
       *[no] Thank you, we've asked the shop to find out which one.
    } You get a personal answer from { $who } by { $due } (case { $number }).
case-which = Which one do you mean?
case-ask-words = What shall I pass on? Please write it in one message.
case-answer = Answer from { $who } (case { $number }): “{ $text }”
case-own = What we passed on for you:
    { $rows }
case-own-row = · case { $number } “{ $text }”: { HAS($answered) ->
        [yes] answered { DAY($answered) }. If that isn't it, reply to the answer.
       *[no] a personal answer from { $who } by { $due }.
    }
case-settled = Good to hear. Case { $number } is closed. Thank you for telling us.
case-withdrawn = All right, case { $number } is taken back.
case-sorry = Sorry that the answer is late (case { $number }). We brought it up again: { $who } answers by { $due }.
case-changed = Because of what you said (case { $number }) we changed this: “{ $text }” — { $shop }
# An idea. $votes are shown from three up.
idea-heard = { $again ->
        [yes] You have voted for this already: “{ $text }”.{" "}
       *[no] { $joined ->
            [yes] Added to the same idea (“{ $text }”){ HAS($votes) ->
                [yes] {" "}as vote { $votes }.
               *[no] .
            }{" "}
           *[no] Noted as an idea: “{ $text }”.{" "}
        }
    }We answer by { DAY($on) }. Nobody sees your name.
idea-was-decided = “{ $text }”: we decided not to. The reason: { $reason }
idea-taken-back = Your vote for “{ $text }” is taken back.
idea-decided = The idea you voted for (“{ $text }”): { $yes ->
        [yes] yes, we will. { $reason }
       *[no] we decided not to. The reason: { $reason }
    } — { $shop }
photo-ask-about = Got the photo. What is it about? Write one line and we pass both on.
photo-ask-for = Please send the photo to this chat. It goes with case { $number }.
photo-passed-on = { HAS($count) ->
        [yes] { $count ->
            [one] The photo was passed on to { $who }
           *[other] { $count } photos were passed on to { $who }
        }
       *[no] The photos were passed on to { $who }
    } (case { $number }).
photo-lost = The photo didn't come through. Would you send it once more?
photos-none = There are no photos of { PERSON($name) } yet.
photos-left = The newest { $shown } photos. { $count } older ones are kept as well.
photo-caption = { DAY($on) } { LIST($items) }{ HAS($number) ->
        [yes] {" "}(case { $number })
       *[no] {""}
    } { HAS($text) ->
        [yes] “{ $text }”
       *[no] {""}
    }
the-owner = the owner
shop-question = I have nothing written down about that. Shall I pass it on to the owner just as you wrote it?
    { HAS($contact) ->
        [yes] If it's urgent: { $contact }
       *[no] {""}
    }
told-us = Thank you for telling us. Shall I pass it on to the owner just as you wrote it?
shop-card-and-question = { $card }
    What isn't here I can pass on to the owner just as you wrote it.
cannot-but-owner = That is for the owner to say. Shall I pass it on to the owner just as you wrote it?

### Customer: one's own data

my-data = Agreed: we keep name, number and visits (until { $years } years after the last){ HAS($still) ->
        [yes] . You get: { LIST($still) }.
       *[no] . We send nothing by ourselves.
    }
take-json = Everything we have about you (JSON, to take to another program).
take-csv = The same as a table (CSV, opens in a spreadsheet).
take-picture = A photo that we keep.
looks = The shop has looked at your record { $total ->
        [one] once
       *[other] { $total } times
    }.
    { $rows }
looks-none = Nobody has opened your record yet. Whoever does will stand here.
look-row = · { $at } { $role ->
        [owner] the owner
        [staff] staff
       *[other] the shop
    }{ HAS($name) ->
        [yes] {" "}({ $name })
       *[no] {""}
    }: { $what }
look-card = your details
look-card-of = the customer's card
look-list = a list of customers
look-figures = your visits
look-photos = your photos
look-export = taken out as a file
erase-ask = It can't be undone. Name, contacts, notes, chat{ $bookings ->
        [0] {""}
       *[other] , bookings
    } go; { $visits ->
        [one] your visit stays as a nameless total
       *[other] { $visits } visits stay as nameless totals
    }. Kept a year: who looked, a sealed mark of your number.
    { $first }
erase-first = First: { LIST($first) }. Then it's done.
erase-things = { $count ->
        [one] your item picked up
       *[other] { $count } items picked up
    }
erase-unpaid = { $amount } to pay
erase-prepaid = { $amount } prepaid paid back
erase-sure = { PERSON($name) }, erase everything? Not even we can bring it back.
erased = Everything is erased. { $visits ->
        [one] Your visit stays only as a nameless total.
       *[other] Your { $visits } visits stay only as nameless totals.
    } Backups forget within { $days } days. Thank you for your time with us.
erase-waits = We noted that and told the shop. Once it is settled we erase everything and tell you. First: { LIST($first) }. Ads end now.
erase-not = All right, everything stays. Nothing was changed.
erase-withdrawn = All right, nothing will be erased. Your request is withdrawn, and the shop knows.

### Customer: notices

reminder-for-whom = For: { $whose }
appointment-reminder = { PERSON($name) }, you are booked for tomorrow, <b>{ $at }</b>{ HAS($service) ->
        [yes] , { $service }
       *[no] {""}
    }.{ HAS($with-whom) ->
        [yes] {" "}{ $with-whom } is looking forward to it.
       *[no] {""}
    }
    { $whose }
    { $change }
    — { $shop }
appointment-soon = { PERSON($name) }, your { $service } appointment is today at <b>{ TIME($at) }</b>. See you soon.
    { $whose }
    — { $shop }
uncollected = { PERSON($name) }, { LIST($items) }: ready since { DAY($on) } and safe with us. When would suit you?
    { $hours }
    — { $shop }
things-first-asked = I've passed on that you'd like { LIST($items) } first. You'll hear by { $due }.
things-first-question = { PERSON($name) }{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    } would like what is ready before the rest: { LIST($items) }
things-first-answer = { $answer ->
        [yes] You can have { LIST($items) } first: we'll have it at hand.
       *[no] Sorry, { LIST($items) } can't go out first. We'll tell you when everything is ready.
    }
    { $hours }
things-day-which = Another day for which?
things-day-ask = When would suit you? For example: Saturday, Saturday 3 pm
things-day-asked = I'll ask whether { LIST($items) } can be promised for <b>{ $to }</b> instead. You'll hear by { $due }; until then the first promise holds.
things-day-question = { PERSON($name) }{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    } would like another day: { LIST($items) }, { HAS($before) ->
        [yes] { $before } → <b>{ $to }</b>
       *[no] <b>{ $to }</b>
    }
things-day-answer = { $answer ->
        [yes] Yes: { LIST($items) } on <b>{ $to }</b>.
       *[no] Sorry, { LIST($items) } can't be promised for { $to }. { HAS($before) ->
            [yes] { $before } still holds.
           *[no] We'll tell you when it is ready.
        }
    }
    { $contact }
things-sorry = Sorry to keep you waiting. I have asked again about what you wished; you'll hear by { $due }.
# A wish whose time came without an answer.
things-ended = { HAS($to) ->
        [yes] Sorry: nobody answered your wish for { LIST($items) } on <b>{ $to }</b> before that day came.
       *[no] Sorry: nobody answered your wish for { LIST($items) } first before the rest was due.
    } { $contact }
things-late = An answer about a wish is overdue (reminder { $times }). { PERSON($name) }, { LIST($items) }: { HAS($to) ->
        [yes] { HAS($before) ->
            [yes] { $before } → <b>{ $to }</b>
           *[no] <b>{ $to }</b>
        }
       *[no] what is ready before the rest
    }
things-answered = { PERSON($name) }, { LIST($items) }: { HAS($to) ->
        [yes] { $answer ->
            [yes] now promised for { $to }.
           *[no] not possible for { $to }.
        }
       *[no] { $answer ->
            [yes] goes out before the rest.
           *[no] does not go out before the rest.
        }
    } { $told ->
        [yes] The customer has been told.
       *[no] Telegram does not reach them: please tell them yourself.
    }
fetch-when-thanks = Fine, { $when ->
        [this] this week
        [today] today
        [day] { $at }
       *[next] next week
    }. We'll keep everything safe.
    { $hours }
fetch-when-closed = We are closed on { $on } and open again from { $next }. We'll keep everything safe.
booking-confirmed = Good, we'll expect you: { $at } { $service }.
nth-visit = { PERSON($name) }, today was visit { $count }. Thank you for coming so often. As promised: { $gift }. Just mention it next time.
    — { $shop }
birthday-greeting = { PERSON($name) }, happy birthday! Have a lovely day.
    — { $shop }
quarter = { PERSON($name) }, your account in short: with us since { DAY($since) }, { $count ->
        [one] 1 visit
       *[other] { $count } visits
    }, { $spent } in all.
    { $today }
    — { $shop }
quarter-today = Yours today:
    { $rows }
quarter-prepaid = · Prepaid { $amount }
quarter-points = · { $points ->
        [one] 1 point
       *[other] { $points } points
    }{ HAS($ending) ->
        [yes] {" "}({ $ending })
       *[no] {""}
    }
# $earned: yes where they came with a purchase, no where the shop simply gave them.
points-end-soon = { PERSON($name) }, { $count ->
        [one] 1 point
       *[other] { $count } points
    } { $earned ->
        [yes] that you earned with your purchases
       *[no] that we gave you
    } can be used until { DAY($on) }. After that they are gone.
    You have { $total } in all, and the earliest are used first.
    — { $shop }
prepaid-rests = { PERSON($name) }, the { $amount } that you paid ahead has been here untouched since { DAY($since) }. It doesn't run out.
    — { $shop }
# $ko and $en are the same message. Whoever reads this language gets $en.
own-or-house = { HAS($en) ->
        [yes] { $en }
       *[no] { $ko }
    }
own-text = { $text }
    { $rows }
    — { $shop }
own-value = { $value }
own-values = { LIST($rows) }
own-example-name = Emily Carter
own-example-service = cut
own-example-thing = { $preset ->
        [laundry] shirt
        [salon] shampoo
        [cafe] latte
       *[other] ticket
    }
reminder-change = To change it, please tell us today: { $contact }
reminder-tap = To change it, tap below by { $until }.
order-ready = { PERSON($name) }, ready for you: { LIST($items) }.
    { $extra }
    { $unpaid }
    { $hours }
    — { $shop }
order-ready-extra = We also saw to “{ $defect }”, at no charge ({ $amount }).
appointment-moved-notice = { PERSON($name) }, your appointment of { $before } is now on <b>{ $at }</b>{ HAS($service) ->
        [yes] {" "}({ $service })
       *[no] {""}
    }.
    — { $shop }
appointment-cancelled-notice = { PERSON($name) }, your appointment on { $at }{ HAS($service) ->
        [yes] {" "}({ $service })
       *[no] {""}
    } is cancelled.
    — { $shop }
own-words = { PERSON($name) }, { $text }
    — { $shop }{ HAS($who) ->
        [yes] {" "}{ $who }
       *[no] {""}
    }
# A text sent by hand. The code puts label and refusal around advertising.
advertising = { $label } (Ad) { $shop }, { $contact }
    { $message }
    Free to refuse: the button below, or reply “stop”
advertising-by-hand = { $label } (Ad) { $shop } { $contact }
    { $message }
    Free to refuse: reply “stop” or { $contact }
winback-by-hand = { PERSON($name) }, you usually come every { GAP($usual) } and it has been { GAP($away) }, so I wanted to ask how you are. If anything was not right, please tell me.
    — { $shop }{ HAS($who) ->
        [yes] {" "}{ $who }
       *[no] {""}
    }
refresh-ask-by-hand = { PERSON($name) }, this is { $shop }. We would like to know whether this is still your number. If so, please just reply “yes”.{ HAS($gift) ->
        [yes] {" "}Once confirmed, { $gift } comes to this very number.
       *[no] {""}
    }
refresh-gift-by-hand = { PERSON($name) }, thank you for confirming your number. As promised: { $gift }. Please show this message when you come. (gift no. { $number }) — { $shop }
refresh-ask = { PERSON($name) }, this is { $shop }. { $detail ->
        [email] { HAS($was) ->
            [yes] Is { $was } still your e-mail address?
           *[no] We have no e-mail address of yours yet. Would you tell us?
        }
       *[phone] { $dead ->
            [yes] We have an old number of yours. { HAS($was) ->
                [yes] Is it { $was } now?
               *[no] Would you tell us the one you use now?
            }
           *[no] { HAS($was) ->
                [yes] Is { $was } still your number?
               *[no] We have no number of yours yet. Would you tell us?
            }
        }
    }{ HAS($gift) ->
        [yes] {" "}Once confirmed, { $gift } comes right there.
       *[no] {""}
    }
refresh-give-email = Please write your e-mail address. We send six digits there.{ HAS($gift) ->
        [yes] {" "}Once confirmed, { $gift } comes by that mail.
       *[no] {""}
    }
refresh-give-phone = Show your number with the button below, and it is confirmed.{ HAS($gift) ->
        [yes] {" "}Then { $gift } comes to that number.
       *[no] {""}
    }
refresh-code-sent = Six digits are on their way to { $address }. Please write them here within { $minutes } minutes.
refresh-give-code = Please write the six digits from the e-mail.
refresh-wrong-code = That is not the code. { $left ->
        [0] Please write your e-mail address again.
        [one] You have { $left } more try.
       *[other] You have { $left } more tries.
    }
refresh-confirmed = Confirmed: { $address }.{ HAS($gift) ->
        [yes] {" "}Thank you. Just sent there: { $gift }.
       *[no] {" "}Thank you.
    }
refresh-declined = That is fine. We won't ask for this again.
mail-failed = The mail to { $address } could not be delivered. Please check the address.
mail-code-subject = Your code from { $shop }
mail-code = Your code from { $shop } is { $code }. Please write it into the chat within { $minutes } minutes. If you did not ask for it, you can delete this mail.
mail-gift-subject = As promised by { $shop }
mail-gift = { PERSON($name) }, thank you for confirming your e-mail address. As promised: { $gift }. Please show this mail when you come. (gift no. { $number }) — { $shop }
order-late = { PERSON($name) }, { LIST($items) } will be late: <b>{ $promised }</b>{ HAS($before) ->
        [yes] {" "}instead of { $before }.
       *[no] .
    } Reason: { $reason }. Sorry.
    — { $shop }
receipt = { PERSON($name) }, thank you for coming today.
    { LIST($items) } { $amount }
    { $unpaid }
    { $promise }
    { $care }
    — { $shop }
# The name at the end of a message, with who answers and when.
signed = { HAS($who) ->
        [yes] { $who },{" "}
       *[no] {""}
    }{ $shop }{ HAS($hours) ->
        [yes] {" "}({ $hours })
       *[no] {""}
    }
receipt-unpaid = Still to pay: { $amount }.
receipt-promise = It will be ready by { $promised }.

### Customer: the sheet on the counter

sheet-headline = Scan with your phone's camera
sheet-what = { $preset ->
        [laundry] We tell you on Telegram when your things are ready. Or just ask: “when are my clothes ready?”
        [salon] We remind you of your booking on Telegram. Or just ask: “when is my appointment?”
        [theatre] See the plays you have seen on Telegram, and choose yourself whether invitations may come.
       *[other] See your visits on Telegram at any time, and correct your number yourself.
    }
sheet-how = If scanning doesn't work, look for @{ $bot } on Telegram.
sheet-free = The shop serves you just the same without it. Ads only go to those who agreed to them.

### Owner: start and help

claimed = Welcome. From now on we look after <b>{ $shop }</b> together. { $example }
start-owner = { $owner ->
        [yes] Hello, boss.
       *[no] Hello.
    } <b>{ $shop }</b> has { $customers ->
        [one] { $customers } customer
       *[other] { $customers } customers
    }, { $reachable } can be reached today. What can I do?
help-owner = You can simply say:
    { $rows }
owner-says-visit = · { $preset ->
        [laundry] Emily Carter 3 shirts 7500
        [salon] Emily Carter cut 25000
        [cafe] Emily Carter 2 lattes 11000
       *[other] Emily Carter 2 Hamlet tickets 60000
    }
owner-says-ready = · Emily Carter is ready
owner-says-appointment = · appointment Emily Carter friday 2 pm cut
owner-says-lapsed = · who hasn't visited lately?
owner-says-days = · no visit in 30 days
owner-says-find = · Emily, 6781, ㄱㅅㅇ
owner-says-figures = · { $takings ->
        [yes] sales this month?{" "}
       *[no] {""}
    }how many customers?
owner-says-unsent = · messages not sent
owner-says-undo = · undo
owner-says-mend = · no, 20,000 — Emily paid 20,000 off her tab — 3 walk-ins 12,000
owner-says-late = · everything due today is ready — Emily's coat will be late until Saturday because of a stain — Emily picked up her coat
owner-says-brief = · who's at 2? — move Emily to 4pm — Emily was a no-show
owner-says-prepaid = · Emily topped up 100,000 — Emily's balance?
owner-says-narrow = · only the reachable ones, number 1
owner-says-note = · note for Emily: { $preset ->
        [laundry] no starch
        [salon] keep the fringe long
        [cafe] little ice
       *[other] likes an aisle seat
    }
owner-says-remind = · remind me tomorrow at 3 to make a call
owner-says-day = · today's brief{ $takings ->
        [yes] , weekly summary
       *[no] {""}
    }, monthly card{ $owner ->
        [yes] , send the brief at 8
       *[no] {""}
    }
owner-says-open = · closed on Sundays, we're closed tomorrow, when are we closed?,{ $preset ->
        [laundry] {" "}care for the coat: …,
        [salon] {" "}care for the colour: …,
       *[other] {""}
    } show the receipt text
owner-says-shop = · shop settings, price list, make a QR sheet, counter QR, is everything all right?
owner-says-import = · import my customer list
# Asks the shop whether a record may be opened to whoever confirmed its number.
link-question = Someone called { $newcomer } on Telegram has confirmed the number of <b>{ $name }</b> ({ $last4 }). { $linked-before ->
        [yes] Another Telegram account was connected to that record before.
       *[no] The last visit was more than { $days } days ago.
    } Is it the same person? Until you say so, the record stays closed to them.
# A record that was opened without a tap of the shop.
link-proven = The record of { PERSON($name) } is open to { $newcomer } on Telegram now. It is the same number, and { $how ->
        [purchase] the last visit was named rightly: “{ $said }”
       *[counter] they scanned the QR at the counter.
    }
    If that's wrong, undo it within { $days } days.
been-here-told = { $newcomer } ({ $last4 }) was here before and says of the last visit: “{ $said }”
    { HAS($name) ->
        [no] No other record has this number. It may be under another one, if you know who it is.
       *[yes] <b>{ $name }</b> has the same number. Is it the same person? Until you say so, the record stays closed to them.
    }
counter-code = Show this screen to the customer in front of you. If they have confirmed their own number, scanning it opens what was closed under that number. Good for { $minutes } minutes and one person.
    { $link }
link-approved = Confirmed: it is { PERSON($name) }. The record is open to them on Telegram now.
link-declined = All right, that is somebody else. The record of { PERSON($name) } stays closed.
link-taken-back = Taken back. The record of { PERSON($name) } stands by itself again, open only to the chat it had before.
link-contested = Whoever was connected to the record of { PERSON($name) } before says it was somebody else, so it was taken back. Please check in person when they come.

### Owner: the shop's settings

setup-begin = Five questions about the shop. You may skip any of them, and “cancel” stops.
    { $question }
# Reads back the answer just given, and goes on to ask.
setup-next = { $answer }

    { $question }
setup-skipped = Of course, that can wait.
setup-done = { $answer }

    All set. { $example }
    To change something, say “shop settings”.
setup-left = All right, that's it for now. What you told me is kept. Say “shop settings” whenever you want to go on.
setup-keys = The big buttons below now fit a { $kind }.
shop-ask-name = What is the shop called? For example: Clear Laundry
shop-ask-preset = What kind of shop is it?
shop-ask-hours = When are you open? For example: Mon–Fri 10:00–20:00, closed on Sundays
shop-ask-prices = Please paste your price list in one message: one thing and its price on a line.
shop-ask-answered-by = Who answers the customers? This name stands at the end of messages. For example: Jungho Kim
shop-ask-contact = Which number should customers call?
shop-ask-address = Where is the shop? Please send its address.
shop-set = { $field }: { HAS($before) ->
        [yes] { $before } → <b>{ $value }</b>
       *[no] <b>{ $value }</b>, noted.
    }
shop-same = { $field }: { $value }. That is what I have already.
shop-undone = { HAS($value) ->
        [yes] Undone. { $field }: <b>{ $value }</b>
       *[no] Undone. { $field }: empty again.
    }
shop-settings = <b>The shop's settings.</b> Tap the number of what you want to change.
    { $rows }
shop-settings-row = { $number }. { $field }: { HAS($value) ->
        [yes] { $value }
       *[no] not set yet
    }
shop-value = { HAS($value) ->
        [yes] { $field }: <b>{ $value }</b>
       *[no] { $field }: not set yet.
    }
shop-field-name = Shop name
shop-field-preset = Kind of shop
shop-field-hours = Opening hours
shop-field-prices = Price list
shop-field-answered-by = Who answers
shop-field-contact = Shop phone
shop-field-address = Shop address
preset-laundry = laundry
preset-salon = salon
preset-cafe = cafe
preset-theatre = theatre
price-count = { $count ->
        [one] { $count } thing
       *[other] { $count } things
    }
price-list = <b>Price list</b>, { $total ->
        [one] { $total } thing
       *[other] { $total } things
    }:
    { $rows }
    { $more }
price-list-none = There is no price list yet. Paste one, and I'll fill in the amounts that you leave out.
price-row = · { $item } { $amount }
price-more = and { $count } more
price-told = { $item }: <b>{ $amount }</b>.
price-not-listed = { HAS($item) ->
        [yes] { $item } is not on the price list.
       *[no] There is no price list yet.
    } Shall I ask the owner?
price-not-listed-yet = { $item } is not on the price list. Say it with its price and I'll note it, for example “{ $item } costs 15000”.
prices-read = Noted <b>{ $total ->
        [one] { $total } price
       *[other] { $total } prices
    }</b>.
    { $rows }
    { $more }
    { $not-read }
    { $kept }
prices-not-read = Could not read: { LIST($rows) }
prices-not-read-more = and { $count } more
prices-kept = { $count ->
        [one] The other thing on the list stays as it was.
       *[other] The other { $count } things on the list stay as they were.
    }
prices-same = That is what the price list says already.
price-dropped = { $item } is off the price list ({ $amount }).
prices-undone = { $count ->
        [0] Undone. The price list is empty again.
        [one] Undone. The price list has { $count } thing.
       *[other] Undone. The price list has { $count } things.
    }
counter-sheet = The sheet for your counter. Print it on A4. Whoever scans it gets to this chat: { $link }

### Owner: the beginning of the day, closing days

morning = <b>{ DAY($day) }</b>, your day. { $closed } { $nothing }
    { $bookings }
    { $due }
    { $overdue }
    { $waiting }
    { $known }
    { $sending }
closed-day = { HAS($holiday) ->
        [yes] We're closed ({ $holiday }).
       *[no] We're closed.
    }
morning-nothing = Nothing to see to today, nobody waiting, nothing to send.
morning-bookings = { $total ->
        [one] 1 booking
       *[other] { $total } bookings
    }: { LIST($rows) }{ $more }
morning-booking-row = { TIME($at) } { $name }{ HAS($service) ->
        [yes] {" "}{ $service }
       *[no] {""}
    }{ $expected ->
        [yes] {" "}✓
       *[no] {""}
    }
morning-due = { $total } due today: { LIST($rows) }{ $more }
morning-overdue = { $total } past the promise: { LIST($rows) }{ $more }
morning-order-row = { $name } ({ $item })
morning-waiting = { $total } waiting for an answer: { LIST($rows) }{ $more }
morning-waiting-row = { PERSON($name) } (since { $since })
morning-asked-row = { PERSON($name) } (asked for a time, since { $since })
morning-known-row = { TIME($at) } { $name }: { $text }
morning-more = {" "}and { $count } more
morning-sending = Going to customers today: { $total }. Tap a number to leave one out.
    { $rows }
    { $more }
sendings-more = and { $count } more
morning-sending-row = { $number }. { TIME($at) } { PERSON($name) } · { $why }
coming-appointment = reminder for { $at }
coming-ready = ready notice ({ DAY($on) })
coming-receipt = receipt of { DAY($on) }
coming-uncollected = ready since { DAY($on) }: asked when it suits
coming-gift = the gift of visit { $count }
coming-birthday = birthday greeting (goes as advertising)
coming-statement = account of the quarter
coming-points-end = points that end on { DAY($on) }
coming-prepaid-rests = prepaid money that lies untouched
fetch-when-owner = { PERSON($name) } will come { $when ->
        [this] this week
        [today] today
        [day] { $at }
       *[next] next week
    } for: { LIST($items) }
clock-uncollected = The question after three weeks uncollected
clock-birthday = Birthday greetings
clock-statement = The account of the quarter
hours-before-set = From now on there's a second reminder { $hours ->
        [one] 1 hour
       *[other] { $hours } hours
    } before an appointment.
hours-before-none = Nothing goes out so many hours before a promise. Customers hear when it is ready, when it gets late, and once more when it has waited for a long time.
hours-before-off = No reminder on the day itself. The one of the day before stays.
nth-set = On every visit number { $count } I'll write that evening: "{ $gift }"
nth-off = No gifts for a number of visits any more.
text-of-reminder = Reminder
text-of-ready = Ready notice
text-of-receipt = Receipt
text-of-uncollected = Uncollected notice
text-set = { $what }: sent in these words from now on. Whoever reads another language gets the usual ones.
    { HAS($name) ->
        [yes] To { PERSON($name) } it would be:
       *[no] Nobody is on record yet, so as an example:
    }
    "{ $preview }"
text-shown = { $what }: { HAS($text) ->
        [yes] "{ $text }"
       *[no] the usual words.
    }
    To change it write "{ $what } text: …". It can hold: { LIST($fields) }
sending-settings = <b>When and in which words customers are written to.</b> Tap, or say it.
    · Quiet hours: { HAS($hours) ->
        [yes] { $hours }
       *[no] none of your own (ads never go at night, by law)
    }
    · Ads to one person: { $days ->
        [1] one a day at most
       *[other] one in { SPAN($days) } at most
    }
    · Texts of your own: { $count }
    { $holidays }
    For example: "nothing after 8 pm", "send ads only once every two weeks"
texts-shown = What customers are sent. Change it like “{ $example } text: …”; “show the { $example } text” shows just that one.
    { $rows }
text-row = · { $what }: { HAS($text) ->
        [yes] "{ $text }"
       *[no] the usual words
    }
text-reset = { $what }: back to the usual words.
quiet-set = From now on nothing goes to customers by itself in the hours { $hours }; what is still worth sending follows afterwards. I still answer questions at once.
quiet-is = { HAS($hours) ->
        [yes] Nothing goes to customers by itself in the hours { $hours }. To have none: “turn off quiet hours”.
       *[no] No quiet hours of your own. Ads are never sent at night, as the law wants. To set some: “nothing after 9 pm”.
    }
quiet-off = No quiet hours of your own any more. The hours of night that the law sets stay.
ads-every-set = From now on one person gets at most one ad in { SPAN($days) }. Answers and notices go as before.
points-end-set = Points can be used until the end of the month in which they are { $months } months old. The earliest are used first.
    Those given before { DAY($since) } count from that day, and customers hear of it { $days } days ahead.
    Of points that were simply given, only people who agreed to news may be told. Whoever is on Telegram and could not be told keeps them.
points-end-off = Points never run out.
ads-every-off = One person gets at most one ad a day, and never more.
care-set = { $item }: I'll add this to the evening's receipt: "{ $text }"
care-off = { $item }: no care advice.
care-undone = Undone. { $item }: { HAS($text) ->
        [yes] "{ $text }"
       *[no] no care advice
    }
coming-other = the message
struck = Left out: { PERSON($name) }, { $why }. It won't be sent.
unstruck = Undone. { PERSON($name) } gets it when it's due.
week = <b>{ DAY($start) } to { DAY($last) }</b>: { $visits ->
        [one] 1 visit
       *[other] { $visits } visits
    } { $who }, <b>{ $amount }</b>. { $compared }
    { $best }
    { $new }
    { $unpaid }
    { $late }
    { $cases }
    { $sent }
week-compared = { $change ->
        [more] { $amount } more than the week before
        [less] { $amount } less than the week before
       *[same] The same as the week before
    }{ $early ->
        [yes] {" "}up to that day.
       *[no] .
    }
week-best = Best day: { DAY($day) }, { $amount }
week-new = New customers: { $count }
week-unpaid = Still unpaid: { $amount }
week-late = Promises that slipped past their day: { $count }
week-cases = Cases waiting for an answer: { $count }
week-sent = Messages sent to customers by themselves: { $count }
month = <b>The month's question</b>. { $before }
    Ask three customers: "What didn't we do well?"
    { $rows }
    { $failed }
month-before = Last month you wrote: "{ $text }". Better now?
month-nobody = Nobody has been here lately.
month-row = { $number }. { PERSON($name) }{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    }: { $why }
month-why-complaint = complained on { DAY($on) }
month-why-new = first came on { DAY($on) }
month-why-regular = { $count ->
        [one] 1 visit
       *[other] { $count } visits
    } in a year
month-ask = And write down one thing we failed at this month. It will be on the next card.
month-written = This month you wrote: "{ $text }"
month-kept = Kept. You'll see it again on { DAY($on) }.
clock-brief = The morning brief
clock-week = The weekly summary
clock-month = The monthly card
clock-receipt = The customers' receipts
clock-reminder = The reminder of the day before
clock-closing = The closing question
clock-set = { $what } now: <b>{ TIME($at) }</b>.
clock-off = { $what }: I won't send it any more. Ask any time and I'll show it.
clock-on = { $what }: I'll send it from now on.
clock-undone = Undone. { $what } is back at { TIME($at) }.
clocks-undone = Undone. { HAS($off) ->
        [yes] Not sent: { LIST($off) }
       *[no] Everything is sent.
    }
days-closed = { HAS($last) ->
        [yes] Closed from { DAY($on) } to { DAY($last) }
       *[no] Closed on { DAY($on) }
    }{ HAS($also) ->
        [yes] , { LIST($also) }
       *[no] {""}
    }. Whoever asks is told so.
    { $busy }
days-closed-busy = Already on those days: { HAS($bookings) ->
        [yes] { $bookings } booked{ HAS($promised) ->
            [yes] , { $promised } promised
           *[no] {""}
        }
       *[no] { $promised } promised
    }. Tell me what should move.
days-also = { HAS($last) ->
        [yes] { DAY($on) } to { DAY($last) }
       *[no] { DAY($on) }
    }
half-day-which = When are you open { HAS($last) ->
        [yes] from { DAY($on) } to { DAY($last) }
       *[no] on { DAY($on) }
    }{ HAS($also) ->
        [yes] , { LIST($also) }
       *[no] {""}
    }? You can also say "on the 24th we close at 2 pm". Nothing has been changed yet.
button-half-am = Until noon
button-half-pm = From noon
days-open = { HAS($last) ->
        [yes] Open from { DAY($on) } to { DAY($last) }
       *[no] Open on { DAY($on) }
    }{ HAS($also) ->
        [yes] , { LIST($also) }
       *[no] {""}
    }.{ HAS($hours) ->
        [yes] {" "}{ $hours }
       *[no] {""}
    }
    { $busy }
closing-notice = { PERSON($name) }, { HAS($hours) ->
        [yes] on { DAY($on) } we're open { $hours } only.
       *[no] { HAS($last) ->
            [yes] we're closed from { DAY($on) } to { DAY($last) }.
           *[no] we're closed on { DAY($on) }.
        }
    }
    { $rows }
    { $next }
    — { $shop }
closing-next = We open again on { DAY($on) }.
closing-booked = · Your booking { $at }{ HAS($service) ->
        [yes] {" "}({ $service })
       *[no] {""}
    } has to move, sorry.
closing-promised = · { LIST($items) }: promised for then, but you can't fetch it while we're closed. Sorry.
closing-waiting = · { LIST($items) }: ready for you. Please come on another day.
closing-look = { HAS($last) ->
        [yes] { DAY($on) } to { DAY($last) }
       *[no] { DAY($on) }
    } concerns { $total ->
        [one] { $total } person.
       *[other] { $total } people.
    }
    { $rows }
    { $more }
    { HAS($bot) ->
        [yes] { HAS($hand) ->
            [yes] I tell { $bot }, and write { $hand } for you to send.
           *[no] I tell { $bot }.
        }
       *[no] { HAS($hand) ->
            [yes] I write { $hand } for you to send.
           *[no] But there is no way to reach them.
        }
    } It's about what they have with you, so it's no ad. Sent to everybody it would be one.
    <i>{ $message }</i>
closing-row = · { PERSON($name) }{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    }: { LIST($what) }
closing-others = and { $count } more
closing-why-booked = booked { $at }{ HAS($service) ->
        [yes] {" "}({ $service })
       *[no] {""}
    }
closing-why-promised = { LIST($items) } promised
closing-why-waiting = { LIST($items) } to fetch
closing-told = { HAS($planned) ->
        [yes] { $planned } will be told.
       *[no] {""}
    }{ HAS($drafts) ->
        [yes] {" "}{ $drafts } written for you to send.
       *[no] {""}
    }{ HAS($left) ->
        [yes] {" "}{ $left } know already or can't be reached.
       *[no] {""}
    }
closing-untold = Nobody was told. Whoever asks gets the answer.
closing-nobody = Nobody has anything with you { HAS($last) ->
        [yes] from { DAY($on) } to { DAY($last) }
       *[no] on { DAY($on) }
    }{ HAS($also) ->
        [yes] , { LIST($also) }
       *[no] {""}
    }, so there is nobody to tell. Nothing goes to everybody at once: even a closing notice counts as an ad by law. Whoever asks gets the answer from me.
closing-none-named = No closing days are noted. Say which, like "tell customers we are closed on Friday".
button-closing-tell = Tell who it concerns
button-closing-tell-day = Tell: { DAY($on) }
button-closing-send = Send
clocks = <b>What comes by itself.</b> Tap the number of what you want to change.
    { $rows }
clock-row = { $number }. { $what }: { $state }
clock-one = { $what }: { $state }
clock-state-at = { TIME($at) }
clock-state-on = { $what ->
        [week] with Monday's brief
        [month] with the brief of the 1st
       *[other] on
    }
clock-state-off = off
weekdays-ask = Which day of the week? A tap changes it for every week.
dates-ask = Which day? A tap changes that day alone. For later ones say "we are on holiday from 24 to 26 December".
hours-from-ask = When do you open? For other hours say "open 9:30 to 7".
hours-until-ask = You open at { TIME($at) }. When do you close?
button-clocks = What comes when
button-open-days = Opening days
button-days-week = Weekdays
button-days-off = Single days
button-days-hours = Hours
button-hour = { TIME($at) }
button-turn = { $state ->
        [on] Turn on
       *[off] Turn off
    }
button-weekday-turn = { $state ->
        [open] Open { $day }s
       *[closed] Close { $day }s
    }
button-date-turn = { $state ->
        [open] Open { DAY($on) }
       *[closed] Close { DAY($on) }
    }
days-undone = Undone.
    { $week }
holidays-closed = Public holidays are closing days from now on.
    { $rows }
holidays-open = We're open on public holidays from now on.
    { $rows }
open-week = <b>Open and closed</b>
    { $rows }
    { $later }
    { $holidays }
    { $unread }
open-row = · { DAY($day) } { $state ->
        [closed] closed{ HAS($holiday) ->
            [yes] {" "}({ $holiday })
           *[no] {""}
        }
        [open] { HAS($hours) ->
            [yes] { $hours }
           *[no] open
        }
       *[unknown] not known yet
    }
open-later = Closed after that:
    { $rows }
open-holidays = { $free ->
        [yes] Public holidays are closing days.
       *[no] We're open on public holidays. If not, say "closed on public holidays".
    }
open-unread = I couldn't read your hours "{ $text }" day by day. Try "weekdays 10 to 8, closed on Sundays".

### Owner: who hasn't visited

lapsed-lately = { $total ->
        [0] No { $regulars ->
            [yes] regular
           *[no] customer
        } is later than usual.
        [one] <b>{ $total } { $regulars ->
            [yes] regular
           *[no] customer
        }</b> is later than usual.
       *[other] <b>{ $total } { $regulars ->
            [yes] regulars
           *[no] customers
        }</b> are later than usual.
    }
    { $rows }
    { $page }
    { $reach }
    { $rule }
    { $left-out }
lapsed-days = { $total ->
        [0] No { $regulars ->
            [yes] regular
           *[no] customer
        } has stayed away for more than { GAP($days) }.
        [one] <b>{ $total } { $regulars ->
            [yes] regular
           *[no] customer
        }</b> has not visited for more than { GAP($days) }.
       *[other] <b>{ $total } { $regulars ->
            [yes] regulars
           *[no] customers
        }</b> have not visited for more than { GAP($days) }.
    }
    { $rows }
    { $page }
    { $reach }
    { $rule }
    { $left-out }
lapsed-row = { $number }. { PERSON($name) }{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    }: usually { GAP($usual) }, now { GAP($away) } · { $reached }
lapsed-row-rhythm-unknown = { $number }. { PERSON($name) }{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    }: last { DAY($last) }, { GAP($away) } ago · { $reached }
lapsed-rule-lately = Rule: away for more than { $times } times their own longest gap{ $regulars ->
        [yes] , regulars only ({ $visits }+ visits in { SPAN($regular-days) }).
       *[no] ; regulars ({ $visits }+ visits in { SPAN($regular-days) }) come first.
    }
lapsed-rule-days = Rule: last visit before { DAY($before) }{ $regulars ->
        [yes] , regulars only ({ $visits }+ visits in { SPAN($regular-days) }).
       *[no] ; regulars ({ $visits }+ visits in { SPAN($regular-days) }) come first.
    }
lapsed-left-out = Of { $checked } who were ever here, left out: { $unknown } with no known rhythm yet (under { $needed } visits), { $lost } away for over { SPAN($lost-days) }{ $others ->
        [0] {""}
       *[other] , { $others } who are no regulars
    }.
lapsed-left-out-days = Left out: { $never } without any visit on record{ $others ->
        [0] {""}
       *[other] , { $others } who are no regulars
    }.
# Of the customers on the list, those who can be reached today.
reach = Can be reached today: { $reachable } of { $total } ({ $telegram } on Telegram, { $phone } by phone).
reach-telegram = Telegram
reach-phone = phone
reach-none = no contact
page = { $from }–{ $to } of { $total }
list-ends = That is the end of the list.
how-many = <b>{ $total ->
        [one] { $total } customer
       *[other] { $total } customers
    }</b>, { $reachable } can be reached today ({ $telegram } on Telegram, { $phone } by phone).
    Rule: everybody who was written down by name{ $asked ->
        [0] {""}
       *[other] , { $asked } of them only asked
    }.{ $others ->
        [0] {""}
       *[other] {" "}Counted too: { $others } who cannot be reached (no number, an old one, or they closed the bot).
    }

### Owner: finding someone

find-ask = Which customer? A name, a part of it, Korean initials (ㄱㅅㅇ) or the last four digits of the phone will do.
find-none = Nobody found for “{ $query }”. The last four digits of the phone work too.
find-many = { $total } customers fit “{ $query }”. Which one?{ $more ->
        [0] {""}
       *[other] {" "}For the { $more } without a button, write more of the name or the last four digits.
    }
find-near = Nobody is called “{ $query }”. Is it one of these?{ $more ->
        [0] {""}
       *[other] {" "}There are { $more } more who come close.
    }
find-which = Which one?
find-number-new = Nobody has the number { $phone }. Which “{ $query }” is it?
find-number-other = The number { $phone } belongs to somebody of another name. Is it this one?
find-new = “{ $name }” is new here. Add as a new customer?
# A button to pick a person by. $detail is what tells this one apart.
pick-person = { $name } { $last4 }{ HAS($detail) ->
        [yes] {" "}· { $detail }
       *[no] {""}
    }
pick-detail-visit = { DAY($on) } { $item }
pick-detail-new = no visit yet
# A button with nothing but the number of a row.
pick-number = { $number }
card = <b>{ PERSON($name) }</b> { $phone }
    { $reach } { $details }
    { $quiet }
    { $visits }
    { $rhythm } { $outlook }
    { $stage }
    { $usual }
    { $orders }
    { $unpaid }
    { $prepaid }
    { $points }
    { $gifts }
    { $appointment }
    { $complaint }
    { $preferences }
    { $extra }
    { $gift }
    { $note }
card-phone = { PHONE($phone) }{ $kind ->
        [dead] {" "}(old prefix, reaches nobody)
       *[other] {""}
    }
card-phone-candidate = { PHONE($phone) } (old prefix, reaches nobody). By the old rule it became { PHONE($candidate) }: please ask when they come.
card-phone-confirmed = { PHONE($phone) }{ $kind ->
        [dead] {" "}(old prefix, reaches nobody)
       *[other] {""}
    } · confirmed { DAY($on) } by { $who }
card-no-phone = no phone number
# A number to be pasted somewhere else.
phone-alone = { PHONE($phone) }
card-reach = Reach: { $reached }{ HAS($email) ->
        [yes] {" "}· { $email }
       *[no] {""}
    }
card-visits = { $count ->
        [one] { $count } visit
       *[other] { $count } visits
    } since { DAY($since) }{ HAS($spent) ->
        [yes] {" "}({ $spent } in all)
       *[no] {""}
    }. Last { DAY($last) }{ HAS($items) ->
        [yes] {" "}{ LIST($items) }
       *[no] {""}
    }, { $away ->
        [0] today
       *[other] { GAP($away) } ago
    }.
card-no-visits = No visit on record yet.
card-quiet = Asked for quiet treatment.

### Owner: photos

photo-kept = { HAS($count) ->
        [yes] { $count ->
            [one] Kept the photo
           *[other] Kept { $count } photos
        }
       *[no] Kept the photos
    } with { PERSON($name) }{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    }. { HAS($on) ->
        [yes] { DAY($on) } { LIST($items) }{ $here ->
            [yes] {" "}(here now)
           *[no] {""}
        }
       *[no] {""}
    }
photo-with-visit = { HAS($count) ->
        [yes] { $count ->
            [one] The photo is kept with it.
           *[other] The { $count } photos are kept with it.
        }
       *[no] The photos are kept with it.
    }
photo-whose = { HAS($query) ->
        [yes] Nobody called “{ $query }” was found.{" "}
       *[no] {""}
    }Whose photo is it? Write the name or the last four digits.
photo-undone = Undone. { $count ->
        [one] The photo
       *[other] { $count } photos
    } of { PERSON($name) } { $count ->
        [one] is
       *[other] are
    } deleted.
guardian-kept = Noted that { PERSON($guardian) } agreed as the guardian of { PERSON($name) }{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    }, checked { $how ->
        [phone] by phone
        [message] by message
        [document] by document
       *[person] in person
    }. The birthday can be kept now.
guardian-undone = Undone. The record that { PERSON($guardian) } agreed for { PERSON($name) } is deleted.
card-rhythm = Usual gap { GAP($usual) }{ $one ->
        [yes] {""}
       *[no] {" "}({ $from }–{ $to } days)
    }{ $late ->
        [yes] , later than usual now.
       *[no] .
    }
card-rhythm-unknown = Rhythm not known yet (from { $needed } visits up).
card-order = · { $order }
card-unpaid = To be paid: { $amount }
card-appointment = Booked: { $at }{ HAS($service) ->
        [yes] {" "}{ $service }
       *[no] {""}
    }
card-note = Note: { $note }
card-preferences = In their own words: { LIST($rows) }

### Owner: recording a visit

visit-recorded = { $heading }
    <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    }{ HAS($items) ->
        [yes] {" "}{ LIST($items) }
       *[no] {""}
    }{ HAS($amount) ->
        [yes] {" "}{ $amount }
       *[no] {""}
    }{ HAS($paid) ->
        [yes] {" "}{ $paid }
       *[no] {""}
    }
    { $nth ->
        [1] First visit.
       *[other] Visit { $nth }.
    } { $since }
    { $priced }
    { $unpriced }
    { $left }
    { $promised }
    { $tag }
    { $defect }
    { $missed }
    { $on }
    { $same-day }
    { $new }
# Where no sum was told, the price list gives it.
visit-priced = The amount comes from the price list.
visit-unpriced = Not on the price list, so not in the amount: { LIST($items) }
visit-unsure = Write this down? <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    }{ HAS($items) ->
        [yes] {" "}{ LIST($items) }
       *[no] {""}
    }{ HAS($amount) ->
        [yes] {" "}{ $amount }
       *[no] {""}
    }{ HAS($on) ->
        [yes] {" "}visit of { DAY($on) }
       *[no] {""}
    }
visit-since = { GAP($days) } since the last (usually { $one ->
        [yes] { GAP($from) }
       *[no] { $from }–{ $to } days
    }).
visit-since-rhythm-unknown = { GAP($days) } since the last (rhythm not known yet).
visit-promised = Promised: { $promised } { $closed }
promised-closed = We're closed that day.
visit-on = Written down for { DAY($on) }.
visit-same-day = There is another visit of that day. Undo this one if it was written down twice.
visit-new-customer = Added as a new customer.{ HAS($last4) ->
        [yes] {""}
       *[no] {" "}The phone number is not known yet.
    }
paid-by-card = card
paid-by-cash = cash
paid-by-transfer = bank transfer
paid-by-nobody-yet = not paid yet
visit-undone = Undone: { PERSON($name) }{ HAS($items) ->
        [yes] {" "}{ LIST($items) }
       *[no] {""}
    }{ HAS($amount) ->
        [yes] {" "}{ $amount }
       *[no] {""}
    }, { DAY($on) }
    { $gone }
visit-undone-person = The new customer was removed as well.
note-added = <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    }, note: { $note }
    { $health }
note-health = There are words about health in it ({ LIST($words) }). Keep only what is needed; the customer can see this note.
note-undone = Undone. { PERSON($name) }, note: { HAS($note) ->
        [yes] { $note }
       *[no] none
    }
remind-made = I'll tell you on { $at }: { $about }
remind-undone = Undone. I won't tell you on { $at }: { $about }
reminder = You asked to be told ({ $at }): { $about }
message-preview = Send this to { PERSON($name) }{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    }?

    { $message }
message-sent = It goes to { PERSON($name) }{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    } in 30 seconds (at night, in the morning). Until then you can undo it.
message-undone = Undone. Not sent to { PERSON($name) }: { $text }
draft-by-hand = For { PERSON($name) }{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    }. Copy it into a chat or a text message, send it, then press “I sent it”{ HAS($phone) ->
        [yes] : { PHONE($phone) }
       *[no] .
    }{ $selling ->
        [yes] {" "}It is advertising, so not between 21:00 and 08:00.
       *[no] {""}
    }

    { $message }
as-written = { $text }
sent-by-hand = { $undone ->
        [yes] Undone. The message to { PERSON($name) }{ HAS($last4) ->
            [yes] {" "}({ $last4 })
           *[no] {""}
        } counts as not sent yet.
       *[no] Noted as sent to { PERSON($name) }{ HAS($last4) ->
            [yes] {" "}({ $last4 })
           *[no] {""}
        }. It counts like every other message.
    }
draft-left = Put the draft for { PERSON($name) }{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    } away.
refresh-counts = <b>{ $total ->
        [one] { $total } person
       *[other] { $total } people
    }</b> to check again:
    { $causes }
    { $good } with a confirmed { $detail }. To be asked: Telegram { $telegram }, by your own text { $phone }, when they come { $at-visit }.
    Rule: not confirmed for { $months ->
        [one] 1 month
       *[other] { $months } months
    }. Shall we ask for the { $detail }, a few people a day?
refresh-cause-count = · { $cause }: { $count }
refresh-cause-dead = old prefix (011, 016 to 019)
refresh-cause-blocked = blocked the bot
refresh-cause-missing = no { $detail }
refresh-cause-old = { $detail } not confirmed for a long time
refresh-nothing-old = No { $detail } needs checking. Confirmed: { $good }.
refresh-people = <b>{ $total ->
        [one] { $total } person
       *[other] { $total } people
    }</b> to check again.
    { $rows }
    { $page }
refresh-person = { $number }. { PERSON($name) }{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    }: { $cause } · { $reached }
refresh-ask-gift = What does whoever confirms the { $detail } get? One line, for example: a cup of americano
    The gift goes only to the number or address that was just confirmed.
refresh-proposal = Shall we? Ask for the { $detail }, { $a-day } people a day.
    { $total } in all: Telegram { $telegram }, your own text (I draft it) { $phone }, when they come { $at-visit }.
    { HAS($gift) ->
        [yes] Gift: { $gift }. Those who agreed to advertising hear of it at once, the others when they begin to answer. By your own text only those who agreed get it.
       *[no] No gift.
    }
    Nobody is asked twice within { $months ->
        [one] 1 month
       *[other] { $months } months
    }, and whoever says no is not asked again.
months-old-set = A detail counts as old after { $months ->
        [one] 1 month
       *[other] { $months } months
    }.
months-again-set = Nobody is asked twice within { $months ->
        [one] 1 month
       *[other] { $months } months
    }.
button-months-old = Old: { $months ->
        [one] 1 month
       *[other] { $months } months
    }
button-months-again = Again: { $months ->
        [one] 1 month
       *[other] { $months } months
    }
refresh-card = <b>Checking: { $detail }</b>{ $running ->
        [yes] {" "}({ $a-day } people a day)
       *[no] {" "}(stopped)
    }
    Asked { $asked }: confirmed { $confirmed }, waiting { $unanswered }, declined or wrong { $declined }.
    Confirmed { $detail }: { $good-before } → <b>{ $good }</b>. To check: { $before } → { $stale }.
    { HAS($gift) ->
        [yes] Gift: { $gift }
       *[no] {""}
    }
refresh-never = Nobody was asked for details yet. Say “clean up old contacts”.
refresh-by-hand-due = { $count ->
        [one] { $count } draft of a text is
       *[other] { $count } drafts of texts are
    } ready, to ask whether a number still holds. Copy, send and press “I sent it”. Note the answers under “how is the contact clean-up going”.
points-by-hand-due = { $count ->
        [one] { $count } draft is
       *[other] { $count } drafts are
    } ready for people I cannot reach, about points that soon run out. Text or phone them and press “I sent it”. Until then the points do not run out.
refresh-gift-due = { PERSON($name) }{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    } has confirmed the number. Please send the promised gift there.
refresh-hand-waiting = <b>{ $total }</b> asked by text, not answered yet. Tap whoever has answered.
    { $rows }
    { $page }
refresh-hand-row = { $number }. { PERSON($name) }{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    }: since { $at }
refresh-what-answered = What did { PERSON($name) }{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    } answer?
refresh-number-holds = Noted: the number of { PERSON($name) }{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    } is confirmed as of today.
refresh-number-wrong = Noted: the number of { PERSON($name) }{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    } is not confirmed. No gift goes out. Please ask when they come.
invite = <b>{ $total ->
        [one] { $total } person
       *[other] { $total } people
    }</b> worth inviting: can invite { $may }, no contact { $no-contact }, no consent { $no-consent } (refused { $refused }).
    { $rows }
    { $page }
    { $followed }
    { $rule }
    { $by-hand ->
        [0] {""}
       *[other] Of those who can be invited, { $by-hand } by your own text, the others on Telegram.
    }
    { $lists }
invite-row = { $number }. { PERSON($name) }{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    }: { $shows ->
        [one] { $shows } play
       *[other] { $shows } plays
    }, last { DAY($last) } · { $may }
invite-may = can invite
invite-no-contact = no contact
invite-refused = refused
invite-not-asked = not asked yet
invite-followed = { $count } came only for { $name }.
invite-rule = Rule: { $shows } or more different plays within { $months } months. Ask otherwise, too: “who saw 5 plays in the last year”.
invite-nobody = Nobody to invite yet. { $rule }
invite-ticket-lists = Numbers out of a ticket office's list are not used for invitations until the person links at the lobby QR and agrees.
invite-lists = { $own ->
        [yes] Noted: the lists that came in as files are the shop's own.
       *[no] Noted: the lists that came in as files are a ticket office's. Their numbers are used for no advertising or invitation until the person links at the lobby QR and agrees.
    }
idea-notice = An idea of customers: “{ $text }” · { $count ->
        [one] { $count } vote
       *[other] { $count } votes
    }. An answer is promised by { DAY($on) }. Who voted is not shown.
ideas-none = No idea is waiting for an answer.
ideas-waiting = <b>{ $total ->
        [one] { $total } idea
       *[other] { $total } ideas
    }</b> waiting for an answer. Tap a number to decide.
    { $rows }
idea-row = { $number }. “{ $text }”, { $count ->
        [one] { $count } vote
       *[other] { $count } votes
    }, by { DAY($on) }
idea-ask-reason = “{ $text }” { $yes ->
        [yes] Yes, then. From when, and how? One line; whoever voted reads it as you write it.
       *[no] No, then. Why? One line; whoever voted reads it as you write it.
    }
idea-told = “{ $text }”: { $yes ->
        [yes] yes
       *[no] no
    }. { $count ->
        [one] { $count } person hears
       *[other] { $count } people hear
    } it: { $reason }
drafts-none = No draft is waiting to be sent.
drafts-waiting = <b>{ $total ->
        [one] { $total } draft
       *[other] { $total } drafts
    }</b> not marked as sent yet. Tap a number to see it again.
    { $rows }
    { $page }
draft-row = { $number }. { PERSON($name) }{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    }: written { $at }
draft-needs-consent = { PERSON($person) } has never agreed to advertising, so I wrote nothing.
    The law does allow a word about the same kind of thing to those who were here within six months (Network Act 50(1)1). The “(Ad)” label and the way to refuse stay in it, and whoever refused is left out. Shall we do that?
recent-deals = { $on ->
        [yes] Drafts can now be written for those who were here within six months. Please ask for the draft again. Whoever refused is left out.
       *[no] Drafts are now written only for those who agreed to advertising.
    }
narrowed = { $total ->
        [0] Nobody of those { $of } fits.
       *[other] <b>{ $total }</b> of those { $of }.
    }
narrowed-row = { $number }. { PERSON($name) }{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    } { $spent } in all · { $reached }
narrowed-rule = Rule: { LIST($rows) }.
narrow-reachable = can be reached today
narrow-unreached = cannot be reached today
narrow-telegram = on Telegram
narrow-phone = by phone
narrow-advertising = agreed to advertising
narrow-regulars = regulars
narrow-over = spent more than { $amount } so far
narrow-under = spent less than { $amount } so far
prepaid-charged = <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    } prepaid { $amount }. Balance <b>{ $balance }</b>
    { $new }
prepaid-refunded = <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    }: { $amount } of the prepaid money noted as given back. Balance <b>{ $balance }</b>
detail-set = <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    } { $same ->
        [yes] { $detail } is <b>{ $value }</b> already. Noted as confirmed today.
       *[no] { $detail } written down: { HAS($before) ->
            [yes] { $before } → <b>{ $value }</b>
           *[no] <b>{ $value }</b>
        }
    }
detail-emptied = <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    } { $same ->
        [yes] { $detail }: nothing is on record.
       *[no] { $detail } taken off the record: { $before }
    }
detail-undone = Undone: { PERSON($name) }{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    }, { $detail } { HAS($value) ->
        [yes] { $value }
       *[no] nothing on record
    }
detail-of-other = That number is on record for { PERSON($holder) }, so it was not written down for { PERSON($name) }{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    }. If they are one person, say “{ $name } and { $holder } are the same person”.
detail-offered = Write { $value } down as the number of { PERSON($name) }{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    }? It is not written down yet.
looks-at-one = <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    }: { $total ->
        [0] nobody has looked at the record yet.
        [one] the record was looked at once.
       *[other] the record was looked at { $total } times.
    }
    { $rows }
prepaid-balance = { PERSON($name) }{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    } has <b>{ $balance }</b> prepaid.
tab-owed = { PERSON($name) }{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    } { HAS($amount) ->
        [yes] owes <b>{ $amount }</b>.
       *[no] owes nothing.
    }
prepaid-undone = Undone: { PERSON($name) }, prepaid { $amount }. Balance { $balance }
visit-prepaid-left = Taken from prepaid. Balance { $amount }
card-prepaid = Prepaid { $amount }
card-points = { $count ->
        [one] 1 point
       *[other] { $count } points
    }{ HAS($ending) ->
        [yes] {" "}({ $ending })
       *[no] {""}
    }
points-ending = { $all ->
        [yes] {""}
       *[no] { $count }{" "}
    }until { DAY($on) }
points-given = <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    } { $used ->
        [yes] used
       *[no] got
    } { $count ->
        [one] 1 point
       *[other] { $count } points
    }. Left: { $rest }
points-balance = { PERSON($name) }{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    } has <b>{ $count ->
        [one] 1 point
       *[other] { $count } points
    }</b>{ HAS($ending) ->
        [yes] {" "}({ $ending })
       *[no] {""}
    }.
points-undone = Undone. { PERSON($name) } has { $count ->
        [one] 1 point
       *[other] { $count } points
    }
keys-changed = The big buttons below are changed too.
keys-renewed = The big buttons below are new.
part-switched = { $part }: { $same ->
        [yes] already { $on ->
            [yes] on
           *[no] off
        }.
       *[no] { $on ->
            [yes] on now.
           *[no] off now. I won't mention it until you switch it on again.
        }
    }
part-undone = Undone. { $part }: { $on ->
        [yes] on
       *[no] off
    }
part-orders = Orders
part-appointments = Appointments
part-prepaid = Prepaid
part-points = Points
part-invitations = Invitations
closing-ask = Written down today: { $visits } visit{ $visits ->
        [1] {""}
       *[other] s
    }, { $amount }{ HAS($unpaid) ->
        [yes] {" "}({ $unpaid } unpaid)
       *[no] {""}
    }. Was anybody left out today? One line is enough, for example: { $preset ->
        [laundry] Emily 3 blouses 12000, James 2 shirts 5000
        [salon] Emily cut 25000, James colour 80000
        [cafe] Emily 2 lattes 11000, James 1 cake 6500
       *[other] Emily Hamlet x2 60000, James Hamlet x1 30000
    }
    If not, say “nobody”.
closing-more = Anybody else? If not, say “nobody”.
closing-unread = I didn't get that, so it is not written down. Please write name, thing and sum in one line.
    { closing-more }
closing-left-out = “{ $name }” was not written down, because I don't know who that is.
closing-greeted = Hello! Was anybody left out today? If not, say “nobody”; to tell me another time, say “later”.
closing-later = All right, tell me then. Today stands at { $visits } visit{ $visits ->
        [1] {""}
       *[other] s
    }, { $amount }. A day that is over needs only its name: { $preset ->
        [laundry] yesterday James 2 shirts 5000
        [salon] yesterday James cut 25000
        [cafe] yesterday James 2 lattes 11000
       *[other] yesterday James 2 tickets 60000
    }
closing-done = Closed today with { $visits } visit{ $visits ->
        [1] {""}
       *[other] s
    }, { $amount }{ HAS($unpaid) ->
        [yes] {" "}({ $unpaid } unpaid)
       *[no] {""}
    }. Well done.
staff-invite = Send this link to one person only. It opens once, within { $hours } hours. Whoever opens it { $role ->
        [reader] can <b>only look</b>.
       *[staff] can write and look. The shop's settings and the staff stay yours.
    }
    { $link }
staff-welcome = Welcome to <b>{ $shop }</b>. { $role ->
        [reader] You can see customers and lists, and not write.
       *[staff] { $example }.
    } Whose record you look at is written down.
staff-joined = { $name } has joined { $role ->
        [reader] to look only
       *[staff] the staff
    }. If that is wrong, ask “who works here” and take them off at once.
staff-list = <b>{ $total }</b> { $total ->
        [1] person works
       *[other] people work
    } here.
    { $rows }
staff-row = { $number }. { $name } · { $role ->
        [owner] owner
        [reader] looks only
       *[staff] staff
    }{ $me ->
        [yes] {" "}(you)
       *[no] {""}
    }, since { DAY($since) }
staff-removed = { $name } is off the staff, and sees nothing from now on.
staff-back = Undone. { $name } can { $role ->
        [reader] look
       *[staff] work
    } here again.
double = These two may be one person{ $total ->
        [1] {""}
       *[other] {" "}({ $total } pairs in all)
    }. Made one, everything goes to the first.
    { $rows }
    { $signs }
double-row = · <b>{ PERSON($name) }</b>{ HAS($phone) ->
        [yes] {" "}{ PHONE($phone) }
       *[no] , no number
    }: { $count ->
        [one] { $count } visit
       *[other] { $count } visits
    }, { $spent }{ HAS($last) ->
        [yes] , last { DAY($last) }
       *[no] {""}
    }
double-signs = Why: { LIST($rows) }.
double-name = same name
double-like-name = names alike
double-last4 = same last four digits
double-email = same e-mail
double-birthday = same birthday
double-no-number = one has no number
doubles-none = Nobody seems to be in the books twice.
made-one = Made one: <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    }, { $count ->
        [one] { $count } visit
       *[other] { $count } visits
    }, { $spent } in all
made-two = Undone, they are two again. { PERSON($name) }{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    }: { $count ->
        [one] { $count } visit
       *[other] { $count } visits
    }, { $spent }
corrected = Corrected.
# Several people in one line.
visits-recorded = { $total ->
        [0] {""}
        [1] Wrote down <b>1 visit</b>.
       *[other] Wrote down <b>{ $total } visits</b>.
    }
    { $rows }
    { $there }
    { $others }
visits-one = · { PERSON($name) }{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    }{ HAS($items) ->
        [yes] {" "}{ LIST($items) }
       *[no] {""}
    }{ HAS($amount) ->
        [yes] {" "}{ $amount }
       *[no] {""}
    }{ HAS($paid) ->
        [yes] {" "}{ $paid }
       *[no] {""}
    }, visit { $nth }{ HAS($missed) ->
        [yes] . { $missed }
       *[no] {""}
    }
visits-there = Written down already, so not again: { LIST($names) }
visits-open = Not written, as I can't tell who it is: { LIST($names) }. Please tell me one at a time.
visits-undone = Undone ({ $total }).
    { $rows }
# Customers whose name nobody knows.
walk-ins-recorded = <b>{ $count } walk-in{ $count ->
        [1] {""}
       *[other] s
    }</b>{ HAS($items) ->
        [yes] {" "}{ LIST($items) }
       *[no] {""}
    } { $amount }{ HAS($paid) ->
        [yes] {" "}{ $paid }
       *[no] {""}
    }
    { $on }
walk-ins-undone = Undone: { $count } walk-in{ $count ->
        [1] {""}
       *[other] s
    }, { $amount }
paid-by-prepaid = from prepaid
# $amount is what is owed now. A word that somebody will pay is not written down as paid.
tab-promised = { HAS($amount) ->
        [yes] Not written down as paid: <b>{ PERSON($name) }</b>{ HAS($last4) ->
            [yes] {" "}({ $last4 })
           *[no] {""}
        } still owes { $amount }.
       *[no] <b>{ PERSON($name) }</b>{ HAS($last4) ->
            [yes] {" "}({ $last4 })
           *[no] {""}
        } owes nothing.
    }{ HAS($at) ->
        [yes] {" "}Promised for: { $at }.
       *[no] {""}
    }{ $remind ->
        [yes] {" "}Shall I remind you then?
       *[no] {""}
    }
tab-paid = <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    } paid { $amount } of what was owed{ HAS($paid) ->
        [yes] {" "}({ $paid })
       *[no] {""}
    }. { HAS($left) ->
        [yes] Still owed: { $left }
       *[no] Nothing is owed any more.
    }
tab-undone = Undone: { PERSON($name) }, payment of { $amount }. Owed: { $left }
debtors = <b>{ $total } customer{ $total ->
        [1] {""}
       *[other] s
    }</b> owe{ $total ->
        [1] s
       *[other] {""}
    } { $amount } altogether.
debtors-none = Nobody owes anything.
debtors-rule = Rule: what was written down and is not paid yet.
debtor-row = { $number }. { PERSON($name) }{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    } { $amount } · { $reached }
visit-ask-line = One line is enough: { $preset ->
        [laundry] Emily Carter 3 shirts 7500
        [salon] Emily Carter cut 25000
        [cafe] Emily Carter 2 lattes 11000
       *[other] Emily Carter 2 Hamlet tickets 60000
    }

### Owner: things here and bookings

order-row = { LIST($items) }: left { DAY($on) }{ HAS($promised) ->
        [yes] , promised { $promised }
       *[no] {""}
    }{ HAS($unpaid) ->
        [yes] , { $unpaid } to be paid
       *[no] {""}
    }
order-row-ready = { LIST($items) }: ready since { DAY($on) }{ HAS($unpaid) ->
        [yes] , { $unpaid } to be paid
       *[no] {""}
    }
order-list-row = { $number }. { PERSON($name) }{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    } { $order }
orders-overdue = Past their promise: { $overdue }.
ready-done = <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    } Ready: { LIST($items) }
    { $orders }
    { $unpaid }
    { $defect }
    { $told }
ready-row = · left { DAY($on) }: { LIST($items) }
ready-unpaid = To be paid: { $amount }
ready-told-now = They will hear it on Telegram in a moment. If this was a slip, undo it now.
ready-told-later = They will hear it on Telegram { $at }.
ready-call = Not on Telegram. Please call or text: { PHONE($phone) }
ready-cannot-tell = There is no way to reach them. Tell them when they come by.
# To be pasted into KakaoTalk or a text message.
ready-draft = { PERSON($name) }, this is { $shop }. Your { LIST($items) } are ready.{ HAS($unpaid) ->
        [yes] {" "}{ $unpaid }
       *[no] {""}
    }
ready-draft-unpaid = { $amount } to be paid.
handed-over = <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    } Fetched: { LIST($items) }
    { $unfinished }
    { $left }
    { $unpaid }
    { $unowed }
tag-found = Tag { $tag }
    { $rows }
tag-set = Noted.
    { $order }
tag-row = <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    }{ HAS($tag) ->
        [yes] {" "}· tag { $tag }
       *[no] {""}
    }{ HAS($rack) ->
        [yes] {" "}· rack { $rack }
       *[no] {""}
    }: { $order }
order-row-gone = { LIST($items) }: picked up
all-ready = <b>{ $total } order{ $total ->
        [1] {""}
       *[other] s
    }</b> ready.
    { $rows }
    { $more }
    { $told }
    { $defect }
all-ready-row = · { PERSON($name) }{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    } { LIST($items) }
all-ready-told = To be told on Telegram: { $told }. To be told by you: { $phone }. Undo at once if this was a mistake.
ready-left = Still in work: { LIST($items) }. They hear when all of it is ready.
# What was noted at intake. Nobody asked for it to be mended; the owner is asked whether it was.
kindness-ask = At drop-off you noted “{ $defect }”. Did you see to it?{ $told ->
        [yes] {" "}If so I tell them, at no charge (I wait 10 minutes).
       *[no] {""}
    }
kindness-done = { $done ->
        [yes] { PERSON($name) }, “{ $defect }”: noted as done, free of charge.
       *[no] { PERSON($name) }, “{ $defect }”: noted as not done.
    }
    { $told }
kindness-told = The ready notice has left already. Please tell them at pick-up.
kindness-undone = Undone. { PERSON($name) }, “{ $defect }”: still open.
late-when = When will { PERSON($person) } have it? For example: Saturday noon, a day later
late-why = { HAS($to) ->
        [yes] New promise: { $to }.{" "}
       *[no] {""}
    }Why will it be late for { PERSON($person) }? They are told the reason. For example: the stain did not come out
late-done = <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    } { LIST($items) }: promised { HAS($before) ->
        [yes] { $before } → { $promised }
       *[no] { $promised }
    }. Reason: { $reason }
    { $told }
late-told = They hear the new time and the reason on Telegram in a moment. Undo at once if this was a mistake.
late-call = Not on Telegram. Please call or text: { PHONE($phone) }
late-draft = { PERSON($name) }, this is { $shop }. { LIST($items) } will be late: { HAS($before) ->
        [yes] { $promised } instead of { $before }.
       *[no] { $promised }.
    } Reason: { $reason }. Sorry.
handed-over-unowed = Nothing was owed, so { $amount } is not written down again.
handed-over-unfinished = It had not been marked ready.
handed-over-left = Still here: { LIST($items) }
orders-undone = Undone.
    { $rows }
    { $told }
order-undone-row = · { PERSON($name) }{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    } { $order }
orders-undone-told = The customer has been told already. Please tell them yourself.
visit-tag = { HAS($tag) ->
        [yes] Tag { $tag }
       *[no] {""}
    }{ HAS($rack) ->
        [yes] {" "}rack { $rack }
       *[no] {""}
    }
visit-missed = Not understood: “{ $said }”
defect-noted = <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    } { $item }, noted: { $defect }. I ask again when it is ready.
defect-undone = Undone. { PERSON($name) } { $item }: “{ $defect }” is not noted any more.
visit-defect = Noted: { $defect }. I ask again when it is ready.
promise-warning = <b>{ $total }</b> promised { HAS($until) ->
        [yes] up to the next open day
       *[no] for tomorrow
    } and still in work. If one will be late, tell me why and I tell the customer.
    { $rows }
    { $more }
promise-soon = Promised for today by <b>{ TIME($at) }</b> and still in work. If one will be late, tell me why and I tell the customer.
    { $rows }
promise-row = · { PERSON($name) }{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    } { LIST($items) }{ HAS($promised) ->
        [yes] , { $promised }
       *[no] {""}
    }
handed-over-undone = Undone. { PERSON($name) } { LIST($items) }: still here.
ready-undone = Undone. { PERSON($name) } { LIST($items) }: in work again.
    { $told }
ready-undone-told = They were told already that it is ready. Please let them know.
appointment-made = <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    } is booked for { $at }{ HAS($service) ->
        [yes] {" "}{ $service }
       *[no] {""}
    }.
    { $closed }
    { $told }
    { $new }
appointment-unsure = Book this? <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    }{ HAS($at) ->
        [yes] {" "}{ $at }
       *[no] {""}
    }{ HAS($service) ->
        [yes] {" "}{ $service }
       *[no] {""}
    }
appointment-clash = { $at } clashes with another appointment, so I did not write it down.
    { $rows }
clash-row = · { $at } { PERSON($name) }{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    }{ HAS($service) ->
        [yes] {" "}{ $service }
       *[no] {""}
    }
appointment-moved = Moved <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    }: { $before } → { $at }{ HAS($service) ->
        [yes] {" "}{ $service }
       *[no] {""}
    }
    { $told }
appointment-cancelled = Cancelled <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    }, { $at }{ HAS($service) ->
        [yes] {" "}{ $service }
       *[no] {""}
    }.
    { $told }
appointment-missed = Noted as a no-show: <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    }, { $at }{ HAS($service) ->
        [yes] {" "}{ $service }
       *[no] {""}
    }.
appointment-change-told = They hear of it on Telegram in a moment. Undo at once if this was a mistake.
appointment-change-not-told = Not on Telegram, so please tell them yourself.
appointment-change-undone = Undone: { PERSON($name) } is booked for { $at }{ HAS($service) ->
        [yes] {" "}{ $service }
       *[no] {""}
    } as before.
    { $told }
brief = { $at } <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    }{ HAS($service) ->
        [yes] {" "}{ $service }
       *[no] {""}
    }{ $whose }
    { $last-visit }
    { $preference }
    { $note }
    { $unpaid }
brief-last = { $count } visit{ $count ->
        [1] {""}
       *[other] s
    }, the last on { DAY($last) }{ HAS($items) ->
        [yes] {" "}({ LIST($items) })
       *[no] {""}
    }, { $away ->
        [0] today
       *[other] { GAP($away) } ago
    }{ $usual }.
brief-usual = {" "}(usually { $one ->
        [yes] { GAP($from) }
       *[no] { $from }–{ $to } days
    })
brief-preference = Likes: { $text }
brief-none = Nobody is booked for { $at }.
brief-none-next = Nobody is booked for the next seven days.
appointment-told = They will be reminded on Telegram the day before.
appointment-not-told = Not on Telegram, so there will be no reminder.
appointment-undone = Undone: { PERSON($name) } { $at }{ HAS($service) ->
        [yes] {" "}{ $service }
       *[no] {""}
    }
appointment-ask-line = One line is enough: appointment Emily Carter friday 2 pm cut

### Owner: figures and lists

# A period. $called is its name ("this month"), $days its dates.
period = { HAS($called) ->
        [yes] { $called } ({ $days })
       *[no] { $days }
    }
period-called = { $name ->
        [today] today
        [yesterday] yesterday
        [tomorrow] tomorrow
        [this_week] this week
        [last_week] last week
        [next_week] next week
        [this_month] this month
        [last_month] last month
        [next_month] next month
        [this_year] this year
        [last_year] last year
        [months] the last { $count } months
       *[days] the last { $count } days
    }
period-day = { DAY($start) }
period-from = from { DAY($start) }
period-span = { DAY($start) } – { DAY($last) }
period-ever = of all time
# Whoever came without a name is counted apart: nobody knows whether one came twice.
who-came = by { $people ->
        [0] { $nameless ->
            [0] 0 people
           *[other] people without a name
        }
        [one] { $people } person{ $nameless ->
            [0] {""}
           *[other] {" "}by name and { $nameless } without one
        }
       *[other] { $people } people{ $nameless ->
            [0] {""}
           *[other] {" "}by name and { $nameless } without one
        }
    }
figures-sales = Takings{ HAS($paid) ->
        [yes] {" ("}{ $paid })
       *[no] {""}
    } { $period }: <b>{ $amount }</b> from { $visits ->
        [one] { $visits } visit
       *[other] { $visits } visits
    } { $who }.
    { $unpaid }
    { $before }
    { HAS($paid) ->
        [yes] Rule: amounts written down as paid so, on the day of the visit.{ $unsaid ->
            [0] {""}
            [one] {" "}Left out: { $unsaid } visit that does not say how.
           *[other] {" "}Left out: { $unsaid } visits that do not say how.
        }
       *[no] Rule: amounts written down on the day of the visit, paid or not.
    }
figures-parts = { $spent ->
        [yes] Takings{ HAS($paid) ->
            [yes] {" ("}{ $paid })
           *[no] {""}
        }:
       *[no] Visits:
    }
    { $rows }
    { $spent ->
        [yes] Rule: amounts written down on the day of the visit, paid or not.
       *[no] Rule: one receipt is one visit.
    }
figures-ways = Takings { $period }:
    { $rows }
    Rule: amounts written down as paid so, on the day of the visit.{ $unsaid ->
        [0] {""}
        [one] {" "}Left out: { $unsaid } visit that does not say how.
       *[other] {" "}Left out: { $unsaid } visits that do not say how.
    }
figures-way = · { $paid }: <b>{ $amount }</b> from { $visits ->
        [one] { $visits } visit
       *[other] { $visits } visits
    }
figures-part = · { $period }: { HAS($amount) ->
        [yes] <b>{ $amount }</b> from { $visits ->
            [one] { $visits } visit
           *[other] { $visits } visits
        }
       *[no] <b>{ $visits }</b> { $visits ->
            [one] visit
           *[other] visits
        }
    } { $who }
figures-before = Before that, takings { $period }: { $amount }, { $visits ->
        [one] { $visits } visit
       *[other] { $visits } visits
    }. The first is up to today.
    Against as many days of it, takings are { $way ->
        [more] up { $difference }
        [less] down { $difference }
       *[same] the same
    }, visits { $ways ->
        [more] up { $times }.
        [less] down { $times }.
       *[same] the same.
    }
figures-unpaid = Of that not paid yet: { $amount }
figures-visits = Visits { $period }: <b>{ $visits }</b> { $who }.
    { $before }
    Rule: one receipt is one visit.
about-last = <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    } { $last } Visits so far: { $nth }.
about-last-visit = Last visit { DAY($last) }, { $away ->
        [0] today
       *[other] { GAP($away) } ago
    }{ HAS($items) ->
        [yes] {" "}{ LIST($items) }
       *[no] {""}
    }{ HAS($amount) ->
        [yes] {" "}{ $amount }
       *[no] {""}
    }.
about-thing = <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    } { $item }: { HAS($last) ->
        [yes] last <b>{ DAY($last) }</b>, { $away ->
            [0] today
           *[other] { GAP($away) } ago
        }. So far: { $visits }.
       *[no] nothing on record.
    }
about-count = <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    } Visits { $period }: <b>{ $visits }</b>. { $last }
about-spent = <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    } Spent { $period }: <b>{ $amount }</b> ({ $visits ->
        [one] { $visits } visit
       *[other] { $visits } visits
    }).
about-usual = <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    } usually { $things ->
        [yes] brings
       *[no] has
    }:
    { $rows }
    Rule: { $visits ->
        [one] the one visit so far.
       *[other] all { $visits } visits so far.
    }
about-usual-row = · { $item }: { $visits ->
        [one] { $visits } visit
       *[other] { $visits } visits
    }{ HAS($pieces) ->
        [yes] {" "}({ $pieces ->
            [one] 1 piece
           *[other] { $pieces } pieces
        })
       *[no] {""}
    }
about-usual-unknown = <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    } No visit with items on record yet.
about-never = <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    } No visit on record yet.
today = Today, <b>{ DAY($day) }</b>
    { $rows }
today-visits = · { $visits ->
        [one] { $visits } visit
       *[other] { $visits } visits
    } so far, { $amount }
today-bookings = · { $total ->
        [one] { $total } booking
       *[other] { $total } bookings
    }
today-due = · due today: { $total }, past their promise: { $overdue }
today-waiting = · ready and waiting: { $total }
roll = { $heading }
    { $rows }
    { $page }
    { $reach }
    { $rule }
reach-of = Can be reached today: { $reachable } of { $total }.
roll-row = { $number }. { PERSON($name) }{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    }: { $fact } · { $reached }
roll-regulars = { $total ->
        [0] There are no regulars yet.
       *[other] <b>{ $of ->
            [one] { $of } regular
           *[other] { $of } regulars
        }</b>{ $cut ->
            [yes] , of whom these { $total } come most often.
           *[no] .
        }
    }
roll-regulars-rule = Rule: { $visits }+ visits within { SPAN($regular-days) } up to the last one, and that no more than { SPAN($lost-days) } ago.{ $others ->
        [0] {""}
        [one] {" "}Left out: { $others } other person who has been here.
       *[other] {" "}Left out: { $others } others who have been here.
    }
roll-fact-regular = { $visits } in { SPAN($regular-days) }, last { DAY($last) }
roll-new = New customers { $period }: <b>{ $total }</b>.
roll-new-rule = Rule: their first visit lies in these days. Left out: visits without a name.
roll-fact-new = first { DAY($on) }, { $visits ->
        [one] { $visits } visit
       *[other] { $visits } visits
    } so far
roll-best = { $total ->
        [one] Who
       *[other] The <b>{ $total }</b> who
    } { $spent ->
        [yes] spent most
       *[no] came most often
    }, { $period }.
roll-best-rule = { $spent ->
        [yes] Rule: the sum of amounts written down, paid or not.
       *[no] Rule: days on which they were here.
    } Out of { $of }. Left out: visits without a name.
roll-fact-spent = { $amount }
roll-fact-often = { $visits ->
        [one] { $visits } visit
       *[other] { $visits } visits
    }
roll-birthdays = Birthdays { $regulars ->
        [yes] of regulars { $period }
       *[no] { $period }
    }: <b>{ $total }</b>.
roll-birthdays-rule = Lunar birthdays count on their day of that year. Left out: { $unknown } whose birthday is not known.
roll-fact-day = { DAY($on) }
roll-missing = { $regulars ->
        [yes] Regulars
       *[no] Customers
    } without { $field }: <b>{ $total }</b>.
roll-missing-rule = Rule: { $field } is empty; the latest visit first.{ $dead ->
        [0] {""}
       *[other] {" "}Left out: { $dead } with only an old number (011, 016–019).
    }
roll-unreached = { $regulars ->
        [yes] Regulars
       *[no] Customers
    } who cannot be reached today: <b>{ $total }</b>.
roll-unreached-rule = Rule: neither on Telegram nor with a phone number in use; whoever was here last comes first.
roll-prepaid = { $total ->
        [0] Nobody has prepaid money left.
       *[other] Customers with prepaid money left: <b>{ $total }</b>.
    }
roll-prepaid-rule = Rule: what was paid ahead less what was used and given back; the most first.
roll-missed = { $total ->
        [0] No no-shows are written down ({ $period }).
       *[other] No-shows, { $period }: <b>{ $total }</b> { $total ->
            [one] customer
           *[other] customers
        }.
    }
roll-missed-rule = Rule: bookings written down as not kept; the latest first.
roll-fact-last = last { DAY($last) }
roll-dead = Customers whose number (011, 016–019) reaches nobody: <b>{ $total }</b>.
roll-dead-rule = Rule: the number on record is an old one; the latest visit first.{ $unknown ->
        [0] {""}
       *[other] {" "}Left out: { $unknown } without any number.
    }
roll-buyers = Customers with “{ $item }”, { $period }: <b>{ $total }</b>.
roll-visitors = { $total ->
        [0] Nobody came, { $period }.
       *[other] Customers who came, { $period }: <b>{ $total }</b>.
    }
roll-visitors-rule = Rule: visits with a name; the latest first.
roll-buyers-rule = Rule: the item stands in a visit of theirs; the latest first. Left out: visits without a name.
roll-fact-times = { $visits ->
        [one] { $visits } visit
       *[other] { $visits } visits
    }, last { DAY($last) }
orders-in-work = { $total ->
        [0] Nothing is in work right now.
        [one] <b>{ $total } order</b> is in work. Tap its number when it is ready.
       *[other] <b>{ $total } orders</b> are in work. Tap the number of what is ready.
    }
orders-due = { $total ->
        [0] Nothing promised for { $period } is left.
        [one] <b>{ $total } order</b> promised for { $period } is left. Tap its number when it is ready.
       *[other] <b>{ $total } orders</b> promised for { $period } are left. Tap the number of what is ready.
    }
orders-waiting = { $total ->
        [0] Nothing is waiting to be fetched.
        [one] <b>{ $total } order</b> is ready and still waits to be fetched. Tap its number once it is.
       *[other] <b>{ $total } orders</b> are ready and still wait to be fetched. Tap the number of what is.
    }
appointments-of = { $total ->
        [0] No bookings { $period }.
        [one] <b>{ $total } booking</b> { $period }.
       *[other] <b>{ $total } bookings</b> { $period }.
    }
appointment-row = { $number }. { $at } { PERSON($name) }{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    }{ HAS($service) ->
        [yes] {" "}{ $service }
       *[no] {""}
    }{ $whose } · { $reached }

### Owner: the customers in groups, and pictures

groups = Your <b>{ $total }</b> customers in groups. Everybody is in one only.
    { $rows }
    Together { $total }, of whom { $reachable } can be reached today.
    Tap a number to see who they are. To change a rule: “make a regular someone with 6 visits a year”.
group-row = { $number }. { $name } <b>{ $count }</b>: { $rule }
group-name = { $group ->
        [core] Core customers
        [loyal] Loyal regulars
        [regular] Regulars
        [existing] Existing customers
        [new] New customers
        [lost] Lost customers
        [late] Late customers
       *[prospect] Only asked
    }
group-rule = { $group ->
        [core] regulars among the top { $percent }% by what they spent who have brought or recommended somebody
        [loyal] regulars for more than { SPAN($loyal-days) }
        [regular] { $visits }+ visits within { SPAN($regular-days) }, the last no more than { SPAN($lost-days) } ago
        [existing] more than { $few ->
            [one] 1 visit
           *[other] { $few } visits
        }, but no regulars
        [new] up to { $few ->
            [one] 1 visit
           *[other] { $few } visits
        }
        [lost] not here for more than { SPAN($lost-days) }
        [late] away for more than { $times } times their own longest gap
       *[prospect] no visit on record yet
    }
roll-group = { $name }: <b>{ $total }</b>.
roll-group-rule = Rule: { $rule }.
roll-fact-asked = written down { DAY($on) }{ HAS($until) ->
        [yes] , kept until { DAY($until) }
       *[no] {""}
    }
rule-is = { $name }: { $rule }.
    { $group ->
        [core] To change it: set the core rule to top 10%
        [loyal] To change it: change loyal to 2 years
        [existing] It follows from the rules for new customers and regulars.
        [new] To change it: change the new rule to 5 visits
        [lost] To change it: change lost to 6 months
        [late] To change it: set the late rule to 1.5 times
        [prospect] With the first visit they are out of it.
       *[regular] To change it: make a regular someone with 6 visits a year
    }
rule-changed = { $undone ->
        [yes] Undone. { $name }: { $rule }.
       *[no] { $same ->
            [yes] { $name } is that already: { $rule }.
           *[no] Changed. { $name }: { $rule }. All lists and figures use it from now on.
        }
    }
why-core = <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    } is { $core ->
        [yes] a <b>core customer</b>: all three are there.
       *[no] no core customer yet: all three are needed.
    }
    { $value }
    { $steady }
    { $said }
    { $stage }
core-value = { $passed ->
        [yes] ✓ Spent: { $amount } since { DAY($since) }, place { $rank } of { $buyers } (the top { $percent }% go to place { $top })
       *[no] ✗ Spent: { $amount } since { DAY($since) }, place { $rank } of { $buyers } (the top { $percent }% go to place { $top })
    }
core-no-value = ✗ Spent: nothing yet
core-steady = ✓ Comes: a regular since { DAY($since) }, { $visits } visits in { SPAN($regular-days) }, last { DAY($last) }
core-not-steady = ✗ Comes: { $visits ->
        [one] 1 visit
       *[other] { $visits } visits
    } in { SPAN($regular-days) }, last { DAY($last) } (regulars from { $needed } on)
core-never-here = ✗ Comes: never been here
core-said = ✓ Recommends: { DAY($on) } { HAS($through) ->
        [yes] brought { PERSON($through) }
       *[no] brought or recommended somebody
    }
core-not-said = ✗ Recommends: nothing on record. If so, write “{ PERSON($name) } brought a friend”.
stage = { $stage }: { $cause ->
        [asked] written down { DAY($since) }, no visit yet
        [first-visit] since the first visit { DAY($since) }
        [fourth-visit-day] since visit { $few } on { DAY($since) }
        [regular-for-a-year] since { DAY($since) }, a regular for { SPAN($loyal-days) }
       *[other] since { DAY($since) }, when all three were there
    } { $regular } { $lost }
stage-regular = · a regular since { DAY($since) }
stage-lost = · not here for more than { SPAN($lost-days) }, lost since { DAY($since) }
recommended = { HAS($through) ->
        [yes] Noted: { PERSON($through) } came by the word of <b>{ PERSON($name) }</b>
       *[no] Noted: <b>{ PERSON($name) }</b> recommends you
    }{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    }.
recommended-undone = Undone. The recommendation by { PERSON($name) } is gone.
next-visit = <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    }: { $outlook }
    { $reason }
outlook-within = { $days ->
        [0] likely today.
       *[other] { $one ->
            [yes] likely around { DAY($last) }.
           *[no] likely within { $days ->
                [one] a day
               *[other] { $days } days
            } ({ DAY($first) } to { DAY($last) }).
        }
    }
outlook-any-day = due any day now; later than usual from { DAY($on) } on.
outlook-late = later than usual since { DAY($on) }, so nobody can say when.
outlook-unknown = not known yet: { $visits ->
        [one] { $visits } visit
       *[other] { $visits } visits
    } so far, known from { $needed } on.
outlook-reason = Why: usually every { $one ->
        [yes] { GAP($to) }
       *[no] { $from }–{ $to } days
    }, last { DAY($last) }.
rfm = <b>{ $total ->
        [one] 1 customer
       *[other] { $total } customers
    }</b> by recency, frequency and money (RFM).
    { $rows }
    Rule: last visit, number of visits and money spent are cut in five each (1 to 5) and named by the published table (R package rfm). Left out: { $never } without a visit.
rfm-row = · { $name } <b>{ $count }</b>
rfm-name = { $segment ->
        [champions] Champions
        [potential-loyalist] Potential Loyalist
        [loyal-customers] Loyal Customers
        [promising] Promising
        [new-customers] New Customers
        [cant-lose-them] Can't Lose Them
        [at-risk] At Risk
        [need-attention] Need Attention
        [about-to-sleep] About To Sleep
        [lost] Lost
       *[others] Others
    }
rfm-none = There are no visits on record yet, so there is nothing to group.
extra-given = <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    }: an extra{ HAS($what) ->
        [yes] {" "}(“{ $what }”)
       *[no] {""}
    } at no charge, { $count } so far.
visit-gift-taken = <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    } used “{ $what }”, at no charge. { $count ->
        [0] None is left now.
       *[other] { $count } left.
    }
visit-gift-undone = Undone. { PERSON($name) }, “{ $what }”: { $count } left.
card-free = Visit gifts to use: { LIST($rows) }
extra-undone = Undone. The extra for { PERSON($name) }{ HAS($what) ->
        [yes] {" "}(“{ $what }”)
       *[no] {""}
    } is gone.
extras-heading = <b>{ $total ->
        [one] 1 regular
       *[other] { $total } regulars
    }</b>, longest without an extra first. Never got one: { $never }.
extras-last = last extra { DAY($on) }{ HAS($what) ->
        [yes] {" "}{ $what }
       *[no] {""}
    }
extras-never = never got an extra
extras-rule = Rule: { $rule }. Write an extra down like “gave Emily a free button”.
reminders = I'll remind you of <b>{ $total ->
        [one] 1 thing
       *[other] { $total } things
    }</b>.
    { $rows }
reminder-row = { $number }. { $at } { $about }
reminders-none = There is nothing to remind you of. For example: remind me tomorrow at 3 to call the tailor
reminder-struck = Struck: { $at } { $about }
member-none = Nobody has the member number { $number }.
card-outlook = Next visit: { $outlook }
card-usual = Usually: { LIST($items) }
card-usual-item = { $item } ×{ $count }
card-complaint = Last complaint: { DAY($on) } “{ $text }” ({ $state ->
        [open] waiting for an answer
        [answered] answered
       *[closed] closed
    })
card-extra = Extras: { $count }, last { DAY($on) }{ HAS($what) ->
        [yes] {" "}{ $what }
       *[no] {""}
    }
card-gift = Gift { $number }, { $gift }: { HAS($on) ->
        [yes] used on { DAY($on) }
       *[no] not used yet
    }
gift-used = Gift { $number }: { $gift } for <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    }, handed over.
gift-undone = Undone. Gift { $number } of { PERSON($name) } counts as not used.
card-details = · { LIST($rows) }
card-detail = { $detail } { $value } { $fresh }
card-confirmed = (confirmed { DAY($on) } by { $who })
chart-nothing = { $about ->
        [regulars] Nobody has become a regular yet, so there is nothing to draw.
       *[other] There was no visit in the last 12 weeks, so there is nothing to draw.
    }
chart-weeks = Last week ({ DAY($from) } to { DAY($to) }): <b>{ $visits ->
        [one] { $visits } visit
       *[other] { $visits } visits
    }</b>, <b>{ $amount }</b>. The week before: { $before-visits }, { $before-amount }.
chart-weeks-title = { $count ->
        [1] Visits and takings this week
       *[other] Visits and takings, last { $count } weeks
    }
chart-weeks-foot = A week begins on Monday. The last one, this week, is not over yet. People without a name and what is still owed are in it.
chart-visits = Visits
chart-takings = Takings
chart-week = from { DAY($on) }
chart-day = { DAY($on) }
chart-days-title = { DAY($start) } to { DAY($last) }
chart-count = { $count }
chart-money = { $amount }
chart-hours = Busiest day: <b>{ $day }</b> ({ $day-visits ->
        [one] 1 visit
       *[other] { $day-visits } visits
    }){ HAS($at) ->
        [yes] . Busiest hour: from <b>{ TIME($at) }</b> ({ $hour-visits ->
            [one] 1 visit
           *[other] { $hour-visits } visits
        }).
       *[no] . No times are on record, so the hours are not known.
    }
    The hours come from { $timed } of the { $visits } visits of the last 12 weeks: those whose time is known.
chart-hours-title = When it is busy, last { $count } weeks
chart-hours-foot = Visits since { DAY($since) }. Written down later or brought in without a time: not in the hours.
chart-by-weekday = By weekday
chart-by-hour = By hour
chart-no-hours = No visit has a known time.
chart-hour = { TIME($at) }
chart-month = { $month ->
        [1] Jan
        [2] Feb
        [3] Mar
        [4] Apr
        [5] May
        [6] Jun
        [7] Jul
        [8] Aug
        [9] Sep
        [10] Oct
        [11] Nov
       *[12] Dec
    } { $year }
chart-regulars = In the last { $count } months <b>{ $gained }</b> became { $gained ->
        [one] a regular
       *[other] regulars
    } and <b>{ $lost }</b> { $lost ->
        [one] was
       *[other] were
    } lost; now there are <b>{ $total }</b>.
chart-regulars-title = Regulars gained and lost, last { $count } months
chart-regulars-sides = Left: lost. Right: gained.
chart-regulars-foot = Regular: { $visits }+ visits within { SPAN($regular-days) } up to the last one, and that no more than { SPAN($lost-days) } ago. Counted in the month in which that began or ended.
weekday-name = { $day ->
        [0] Monday
        [1] Tuesday
        [2] Wednesday
        [3] Thursday
        [4] Friday
        [5] Saturday
       *[6] Sunday
    }
refused-rule-unclear = I didn't get which number to change. For example: make a regular someone with 6 visits a year, set the core rule to top 10%, change lost to 6 months
refused-rule-impossible = That number does not work. From { $least } to { $most } is possible.
refused-extra-too-long = An extra can have up to { $most } characters.
refused-remind-no-such = { $count ->
        [0] There is nothing to remind you of.
       *[other] There is no reminder of that number; they go from 1 to { $count }.
    }
button-strike-number = Strike { $number }

### Owner: bringing files in

import-reading = Reading { $file }.
import-file-refused = { $file }: { $reason }
import-progress = { $done } of { $total } lines
# $details are things worth knowing.
import-done = { $file }: read { $total ->
        [one] 1 line
       *[other] { $total } lines
    } of { $kind }.
    created { $created } · updated { $updated } · unchanged { $unchanged } · refused { $refused }
    { $details }
import-newcomers = { $count ->
    [one] { $count } person was not known before and has been added.
   *[other] { $count } people were not known before and have been added.
}
import-kept = { $count ->
    [one] { $count } detail that was confirmed in chat stays as it is.
   *[other] { $count } details that were confirmed in chat stay as they are.
}
import-rounded = { $count ->
    [one] { $count } amount was rounded ({ $currency }).
   *[other] { $count } amounts were rounded ({ $currency }).
}
import-left-out = Columns not read: { LIST($headings) }
import-guessed = Columns read by guess: { LIST($headings) }
import-dates-guessed = The date “{ $written }” was read as { DAY($day) }.
import-go-on = Bring this in?
import-not-begun = Nothing was changed.
import-cut-short = Stopped here. The same command goes on from here and doubles nothing.
import-refused-row = Line { $line }: { $reason }
import-refused-file = The refused lines and their reasons are in { $file }.
import-refused-not-written = The refused lines could not be written to { $file }: { $reason }
import-nothing-read = No line of { $file } could be read.
# The heading of the column with the reasons, in the file of refused lines.
import-reason = reason
kind-customers = customers
kind-visits = visits
kind-orders = orders
kind-appointments = bookings
column-name = name
column-member-no = member_no
column-visited-at = visited_at
column-received-at = received_at
column-at = at
column-item = item
column-paid-by = paid_by
column-tag = tag
column-service = service
column-staff = staff
column-address = address
column-note = note
column-first-name = first_name
column-last-name = last_name
column-phone = phone
column-email = email
column-birthday = birthday
column-quantity = quantity
column-price = price
column-amount = amount
column-promised-at = promised_at
column-status = status
column-unpaid = unpaid
column-time = time

### Owner: bring files in by chat

import-coming = Fetching { $file }. It is large, so this takes a moment.
# $columns are those that are read, $guesses what was guessed, $rows the first lines.
import-preview = <b>{ $file }</b>: { HAS($kind) ->
        [yes] { $total ->
            [one] 1 line
           *[other] { $total } lines
        } of { $kind }.
       *[no] { $total ->
            [one] 1 line
           *[other] { $total } lines
        }.
    }
    { $sheets }
    Columns read: { LIST($columns) }
    { $left-out }
    { $guesses }
    The first lines look like this.
    { $rows }
    { $unsure ->
        [yes] What is this file a list of?
       *[no] Nothing is written down yet. Bring it in?
    }
import-preview-terminal = { $file }: { $total ->
        [one] 1 line
       *[other] { $total } lines
    } of { $kind }.
    { $sheets }
    Columns read: { LIST($columns) }
    { $left-out }
    { $guesses }
    { $rows }
import-column = { $column } → { $meaning }
import-row = · { LIST($cells) }
import-one-sheet = Only the sheet “{ $sheet }” is read. Sheets not read: { LIST($unread) }
import-otherwise = <b>{ $file }</b>: read as { $kind } so far. How shall I read it?
    { $guesses }
import-cards-preview = <b>{ $file }</b>: { $total ->
        [one] 1 contact card
       *[other] { $total } contact cards
    }. { LIST($names) } and more.
    Write all of them down as prospects, who asked and have not bought yet? This is no consent to ads.
import-running = Bringing { $file } in: { $done } of { $total } lines. You can go on talking to me meanwhile.
import-waits = { $file } comes right after the file that is being brought in now.
import-left = Left { $file } alone.
import-over = { $file } is in.
import-stopped = Stopped bringing { $file } in. What is in so far can be undone below.
import-outcome = { $outcome }
    { $rows }
import-refused-rows = { $count ->
        [one] The line that was
       *[other] The { $count } lines that were
    } not taken. Mend what the reason says and send this file again.
import-refused = <b>{ $file }</b>: { $reason } Nothing was changed.
import-cards-done = { $file }: wrote down <b>{ $created ->
        [one] 1 prospect
       *[other] { $created } prospects
    }</b>.
    { $names }
    Known already { $unchanged } · not taken { $refused }
import-going-back = Undoing what came with { $file }. I'll tell you when it is done.
import-undone = Undid what came with { $file }.
    { $gone }
    { $kept ->
        [0] {""}
       *[other] Changed since, and so left as it is ({ $kept }):
    }
    { $rows }
import-gone-people = · { $count ->
        [one] 1 customer is
       *[other] { $count } customers are
    } out again.
import-gone-visits = · { $count ->
        [one] 1 visit is
       *[other] { $count } visits are
    } out again.
import-gone-orders = · { $count ->
        [one] 1 order is
       *[other] { $count } orders are
    } out again.
import-gone-appointments = · { $count ->
        [one] 1 booking is
       *[other] { $count } bookings are
    } out again.
import-gone-details = · { $count ->
        [one] 1 detail is
       *[other] { $count } details are
    } as before.
import-kept-row = · { PERSON($name) }: { $why }
import-kept-needed = has other records since, so stays a customer
import-kept-changed = was corrected since, so stays
import-kept-detail = the detail was changed again since
import-kept-order = the order has moved on since
import-kept-appointment = the booking was changed since
import-kept-visit = money or things hang on this visit since
# To the question how files come in, with an example file.
import-how = Send an Excel (xlsx) or CSV file right into this chat.
    1. A first line with headings is enough. Their order and spelling may differ a little.
    2. I show how I read it first; nothing is written down until you press Bring in. All of it can be undone later.
    3. Sending the same file again doubles nothing.
    The file above is an example of { $kind }. Change it as you like; more examples below.
import-example = An example of { $kind }. Replace its two lines with yours.
# Somebody of a contact card, who has not bought anything yet.
prospect-added = Written down as a prospect: <b>{ PERSON($name) }</b> ({ $last4 }){ $dead ->
        [yes] . Nobody answers at such a number any more.
       *[no] .
    } This is no consent to ads.
    { $about }
    Forgotten after { DAY($until) } unless they come.
prospect-known = A customer already: <b>{ PERSON($name) }</b> ({ $last4 }). Nothing was changed.
prospect-undone = Removed the prospect { PERSON($name) }.
prospect-row = · { PERSON($name) } ({ $last4 })

### Owner: keeping the records, taking them out

# Started on records that were restored or copied. Nothing goes to customers until the owner has pressed.
held-notice = <b>{ $shop }</b>: { $cause ->
        [restored] I started on records restored from a backup.
        [copied] I started on records copied from elsewhere.
       *[clock] The computer's clock stands before the last thing written down.
    } So I'm sending nothing to customers and waiting for you.
    Switch off the computer used before, look whether the clock is right, then tap below. Notices that may have gone out already are not sent again.
held-released = Right, I go on from here. { $count ->
        [0] No notice was left behind.
        [one] 1 notice that may have gone out already was not sent. Say “messages not sent” to see it.
       *[other] { $count } notices that may have gone out already were not sent. Say “messages not sent” to see them.
    }
owner-key-reminder = Have you copied the key? Names, numbers and notes are locked with it: if the computer breaks, no backup opens without it.
    On the shop's computer run <code>dangol backup --key-card key.html</code> and keep the printed page somewhere safe outside the shop. The key is never sent over Telegram.
owner-key-copied = Well done. I won't bring up the key again.
owner-key-not-copied = All right, I'll ask again next week.
backup-failed = There is no backup of today yet. { $cause ->
        [no-room] The disk is full. Please delete what you don't need.
        [no-access] The backup folder can't be written. Is the disk connected?
        [damaged] What was written didn't open again. Please check the disk.
       *[other] The log says why.
    } I'll try again every hour.
export-ask = Shall I put everything about { $customers ->
        [one] 1 customer
       *[other] { $customers } customers
    } into files and send them here: names, numbers, visits? They pass through Telegram's servers. Who took them, when and why is written down, and customers can see it. What are they for?
export-done = { $count ->
        [one] Here is 1 file.
       *[other] Here are { $count } files.
    } When you're done, please delete them from this chat and your phone.
# What goes with one file.
export-file = { $kind ->
        [customers] Customers
        [visits] Visits
        [orders] Things left here
        [appointments] Bookings
        [ledger] Ledger
       *[messages] Messages sent
    }: { $total ->
        [one] 1 row
       *[other] { $total } rows
    }
export-nothing = There is nothing to take out yet.

### Owner: what was not sent, and notices

owner-message-refused = One message could not be sent (no. { $number }): Telegram did not take it. Say “messages not sent” to see it.
owner-update-aside = One message could not be handled and was put aside (no. { $number }). Everything else goes on.
owner-erasure-withdrawn = { PERSON($name) } no longer wants to be erased: the record stays.
owner-erasure-asked = { PERSON($name) } asked to be erased. First this must be settled: { HAS($prepaid) ->
        [yes] { $prepaid }.{" "}
       *[no] {""}
    }{ HAS($unpaid) ->
        [yes] { $unpaid }.{" "}
       *[no] {""}
    }{ HAS($things) ->
        [yes] { $things ->
            [one] 1 item
           *[other] { $things } items
        } here.{" "}
       *[no] {""}
    }Then I erase the record and tell them.
owner-erased = The record of one customer was erased at their request ({ $at }). { $visits ->
        [one] Their visit stays as a nameless total.
       *[other] Their { $visits } visits stay as nameless totals.
    }
case-notice = <b>Case { $number }</b> ({ $sort }{ $again ->
        [yes] , continued
       *[no] {""}
    }) from { PERSON($name) }{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    }: “{ $text }” { $item }
    Promised by { $due }. Reply to this message and it goes to them as you write it.
case-photo = <b>Case { $number }</b>, photo — { PERSON($name) }{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    }{ HAS($text) ->
        [yes] : “{ $text }”
       *[no] {""}
    }
    Reply to this photo and your words go to them as they are.
sort-complaint = complaint
sort-request = request
sort-idea = idea
sort-question = question
case-ask-answer = Please write the answer for { PERSON($name) } (case { $number }).
case-answered = Case { $number }, sent to { PERSON($name) }: “{ $text }”
case-late = <b>Case { $number }</b> is past its time (no. { $times }). { PERSON($name) }: “{ $text }” Reply to this message and it goes to them as you write it.
case-settled-owner = Case { $number }: { PERSON($name) } says that it is settled.
case-item-owner = (the { $item } of { DAY($on) })
case-thing-owner = Case { $number }: { PERSON($name) } says it is the { $item } of { DAY($on) }.
case-none-owner = Case { $number }: { PERSON($name) } says it is none of the things we showed. Please ask which one when you answer.
case-withdrawn-owner = Case { $number }: { PERSON($name) } took it back.
case-closed = Case { $number } is closed. { $question }
case-ask-cause = What was the cause? One line is enough.
case-ask-remedy = What did you do about it?
case-ask-changed = Did you change anything in the shop? What you write is told to the customer too.
case-noted = Case { $number } is noted.{ $told ->
        [yes] {" "}The customer was told what you changed.
       *[no] {""}
    }
cases-none = Nobody waits for an answer.
time-question = { PERSON($name) }{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    } { HAS($before) ->
        [yes] would like to move { $before } to <b>{ $at }</b>. { $service }
       *[no] asks for <b>{ $at }</b> { $service }{ $whose }.
    }
for-whom = {" "}(for: { $whose })
time-agreed-owner = Booked for { PERSON($name) }: { $at } { $service }.{ $told ->
        [yes] {" "}They were told.
       *[no] {" "}They are not on Telegram, so nobody told them.
    }
time-declined-owner = { PERSON($name) } was told that { $at } doesn't work.
time-ask-other = { PERSON($name) } asked for { $at }. Which time shall I offer? For example: 4:30 pm, or Sunday 2 pm
time-offered-owner = { PERSON($name) } was offered { $at }. With one tap it is booked, and you hear of it.
time-taken-owner = { PERSON($name) } took the time that you offered: booked for { $at } { $service }.
time-left-owner = The time that you offered doesn't suit { PERSON($name) }.
time-late = An answer about a booking is overdue (reminder { $times }). { PERSON($name) }, <b>{ $at }</b> { $service }{ $whose }
time-withdrawn-owner = { PERSON($name) } took back the wish for { $at }.
booking-cancelled-owner = { PERSON($name) } cancelled { $at } { $service }.
booking-kept-owner = { PERSON($name) } took the cancellation back. { $at } { $service } is kept.
cases-waiting = <b>{ $total }</b> waiting for an answer. Tap a number to answer.
    { $rows }
case-row = no. { $number } { PERSON($name) }: “{ $text }” by { $due }
unsent = <b>{ $total ->
        [one] { $total } message
       *[other] { $total } messages
    }</b> of the last { $days } days { $total ->
        [one] was
       *[other] were
    } not sent:
    { $rows }
    { $page }
unsent-none = In the last { $days } days there was no message that could not be sent.
unsent-reasons = The <b>{ $total }</b> { $total ->
        [one] message
       *[other] messages
    } of the last { $days } days not sent, by reason:
    { $rows }
unsent-reason-row = { $number }. { $reason }: <b>{ $count }</b>
unsent-row = { $at } { $name } · { $kind }: { $reason }
unsent-kind-appointment = booking reminder
unsent-kind-order-notice = ready notice
unsent-kind-late = word of a delay
unsent-kind-moved = word of a moved booking
unsent-kind-cancelled = word of a cancelled booking
unsent-kind-closed-days = word of closing days
unsent-kind-receipt = day's receipt
unsent-kind-answer = answer
unsent-kind-account = account notice
unsent-kind-greeting = greeting
unsent-kind-advertising = ad
unsent-kind-personal = the shop's own words
unsent-kind-uncollected = waiting to be picked up
unsent-kind-birthday = birthday wish
unsent-kind-balance = balance
unsent-kind-statement = account statement
unsent-kind-gift = promised gift
unsent-kind-expiry = coupon running out
unsent-kind-invitation = invitation
unsent-kind-campaign = campaign
unsent-kind-refresh = contact check
unsent-kind-owner-notice = owner's notice
unsent-too-late = it would have come too late
unsent-blocked = the chat was closed by the customer
unsent-not-linked = not connected to Telegram
unsent-gone = the customer was deleted
unsent-event-undone = its reason was undone or changed
unsent-no-consent = no agreement to advertising
unsent-quiet-treatment = wants quiet treatment
unsent-asked-not-to = asked not to get these
unsent-asked-to-pause = asked for a pause
unsent-asked-not-now = there were only hours that were asked to be left out
unsent-often-enough = asked for fewer messages
unsent-refused = they said no to ads
unsent-sells-without-consent = its words sell, which makes it an ad, and they never agreed to ads
unsent-sells-in-duty = word about their own record may not sell anything
unsent-sender-unknown = an ad needs the shop’s name and contact
unsent-no-news = nothing new for them since the last one
unsent-third-in-a-row = it would be the third ad in a row with nothing done for them in between
unsent-night = no ads at night; it goes in the morning
unsent-one-a-day = one ad a day; it goes tomorrow
unsent-shop-cap = sooner than the distance between ads that you set
unsent-shop-hours = your quiet hours; it goes when they are over
unsent-asked-hours = they asked for no messages now; it goes when that is over
unsent-made-after-reminder = booked after the hour of the reminder
unsent-refused-by-telegram = Telegram did not take it
unsent-struck = you left it out
unsent-no-words = the sentence for it is missing
unsent-other = could not be sent
unsent-unknown = we cannot know whether it arrived, and did not want to send it twice

### Whether all is well

health = { $bad ->
        [0] Yes, everything is fine.
        [one] <b>{ $bad } thing</b> needs a look.
       *[other] <b>{ $bad } things</b> need a look.
    }
    { $rows }
health-good = ✓ { $text }
health-bad = ✗ { $text }
health-telegram = Telegram can be reached.
health-telegram-away = Telegram ({ $address }) can't be reached. Please check the internet connection and the firewall.
health-silent = Telegram has been silent for { $minutes } minutes. Please check the internet connection.
health-token = Telegram accepts the token (@{ $bot }).
health-clock = The clock is right.
health-clock-off = This computer's clock is { $seconds } seconds { $ahead ->
        [yes] fast
       *[no] slow
    }. Please let it set the time by itself.
health-reader-none = No other program reads this bot's messages.
health-reader-ours = The bot is running on this computer.
health-reader-webhook = This bot's messages go to { $address } at present. If nothing of yours is there, start the bot: it takes them back.
health-folder = { $file } can be written to.
health-folder-closed = { $file } can't be written to. Please choose a folder that the bot's account may write to.
health-key = The key is the right one.
health-key-to-be-made = The key will be made at the first start, in { $file }.
health-database = The database fits this version.
health-database-to-be-made = The database will be made at the first start.
health-database-old = The database is of an older version ({ $found }). Starting the bot, or migrate, brings it to { $known }.
health-database-closed = The database can't be opened. Please check DATABASE_URL, and that the database is running.
health-owner = The shop has { $count ->
        [one] an owner
       *[other] { $count } owners
    }.
health-owner-none = Nobody owns this shop yet. Open the link that the bot prints when it starts on the owner's phone, or write a Telegram id into OWNER_IDS in .env.
health-held = This is a copy of a shop, so nothing goes out to customers yet. Please press the button that the bot sent to the owner.
health-disk = There is room on the disk ({ $free } MB).
health-disk-full = Only { $free } MB are left on the disk. Please delete what is not needed.
health-waiting = { $count ->
        [0] No message is waiting to be sent.
        [one] { $count } message is being sent.
       *[other] { $count } messages are being sent.
    }
health-waiting-late = Messages that can't leave: { $count }, for { $minutes } minutes now. Please check the internet connection.
health-aside = Messages put aside in the last { $days } days because they could not be read: { $count }. Please ask whoever sent them.
health-uncertain = Messages of the last { $days } days of which nobody knows whether they arrived: { $count }. Say “messages not sent” to see them.
health-backup = There is a backup ({ $days ->
        [0] less than a day old
        [one] { $days } day old
       *[other] { $days } days old
    }).
health-backup-old = The last backup is { $days } days old. Is there room on the disk, and is the computer on at night?

### Both: refusals

refused-not-allowed = You can't do that here. Please ask the owner.
refused-not-linked = First we need to know it's you. Please tap <b>Confirm my number</b> below.
refused-contact-not-own = Only your own number can show that it's you. Please tap <b>Confirm my number</b> below.
refused-contact-forwarded = A forwarded contact can't show that it's you. Please tap <b>Confirm my number</b> below.
refused-consent-unknown = That cannot be decided now. Please choose again under “message settings”.
refused-under-14-link = Under 14, we confirm you in the shop, together with your guardian. Your number was not taken, and nothing was kept.
refused-guardian-first = { PERSON($person) } is under 14, so please write down first that a guardian agreed, for example “{ $person } guardian Grace Kim agreed by phone”. The birthday was not written down.
refused-under-14 = Under 14, please come to the shop with your guardian. This birthday was not kept. To erase what is on record say “delete my data”.
refused-case-gone = That case is not there any more.
refused-photo-too-large = The photo is too large. I can take { $most } MB.
refused-photo-too-many = I can take { $most } photos a day. Please send the rest tomorrow.
refused-photo-gone = That photo is not there any more.
refused-case-not-answered = It has not been answered yet. You'll hear from us.
refused-case-answered = It was answered already. To add something, reply to the answer.
refused-case-no-chat = This customer is not connected to Telegram any more. Please answer by phone.
refused-case-not-told = Case { $number } can't be closed: no answer has reached the customer yet. Please answer first.
refused-time-not-read = I couldn't read the time. Please write day and hour together, for example Saturday 3 pm
refused-time-settled = That was settled or taken back already.
refused-time-own = You are booked for then already: <b>{ $at }</b> { $service }.
refused-time-taken = { $at } is taken by now.
refused-booking-gone = That booking is not there any more.
refused-booking-too-late = It could be changed here until { $until }. Please contact the shop now. { $contact }
# Never says whose it is.
refused-detail-unusable = This one can't be used here. Please ask the shop, and we'll sort it out.
refused-walk-in-apart = Please write each walk-in in a line of its own: beside somebody else one of them would be lost. Nothing was written down yet.
refused-two-numbers = Only one number can be kept for one person ({ PHONE($first) }, { PHONE($second) }). Nothing was written down yet. Please say it again with the one to keep.
refused-detail-needed = This one can't be taken off by itself. To erase everything say “delete my data”.
refused-preference-empty = Please say what to remember.
refused-words-too-long = I can pass on { $most } characters at a time. Nothing was passed on yet: please send it in parts.
refused-preference-too-long = I can remember { $most } characters. Please put it shorter.
refused-preference-too-many = I can remember { $most } things. Please strike one first.
refused-preference-gone = That is not on record any more.
refused-preference-there = It is noted like that already.
refused-undo-expired = The { $days } days for undoing are over. You can simply change it again.
refused-undo-changed-since = It was changed again since, so this one can't be undone.
refused-undo-done = That was undone already.
refused-undo-not-yours = I found nothing to undo.
refused-nothing-to-undo = There is nothing to undo.
refused-undo-order-moved = The things have moved on since (ready or handed over), so this can't be undone.
refused-enough-tries = That's enough for today. Please ask the shop, and we'll sort it out at once.
refused-draft-gone = That is done already, or it was too long ago. Please say it again.
refused-mail-not-set = To send e-mail a mail server is needed. Please set SMTP_URL in .env and start again. Numbers can be checked right now.
refused-gift-unusable = Please name the gift in at most { $most } characters, for example: a cup of americano
refused-nothing-old = There is nobody to check.
refused-no-number = There is no living number of { PERSON($person) } on record. Please note the new one first.
refused-code-old = That code is no longer valid. Write your e-mail address again and we send a new one.
refused-idea-why = Please give the reason in one line; whoever voted reads it.
refused-been-here-enough = I can take this twice only. At the counter, ask for the QR, or ask the shop, and we'll sort it out at once.
    { $contact }
refused-enough-codes = You have tried several times. We will gladly confirm it when you come to the shop.
refused-draft-sent-already = This has already gone out to { PERSON($person) }.
refused-draft-sender-unknown = Advertising must carry the shop's contact. Please set it first, for example: contact 02-123-4567
refused-draft-not-late = { PERSON($person) } is not late, or the rhythm is not known yet. These drafts are only for people who are late.
refused-draft-not-now = { PERSON($person) } may be written to from { $until } on. Please ask again then.
refused-draft-no-consent = { PERSON($person) } never agreed to advertising and was not here within six months, so I wrote nothing.
refused-draft-refused = { PERSON($person) } asked for no advertising, so I wrote nothing.
refused-draft-sells-without-consent = A word like discount or coupon makes it advertising, and { PERSON($person) } never agreed to that.
refused-draft-third-in-a-row = The last two messages to { PERSON($person) } were advertising. It is possible again after a visit or after news of another kind.
refused-draft-quiet-treatment = { PERSON($person) } asked to be treated quietly, so no greetings are sent.
refused-draft-asked-not-to = { PERSON($person) } asked not to get messages of this kind.
refused-draft-asked-to-pause = { PERSON($person) } asked for a pause.
refused-draft-often-enough = { PERSON($person) } was written to not long ago. It is possible again when the distance they wished for has passed.
refused-draft-asked-not-now = { PERSON($person) } asked not to be written to at this time.
refused-person-gone = That customer is not on record any more.
refused-no-open-order = Nothing of { PERSON($person) } is in work.
refused-order-not-open = That is ready or handed over already.
refused-correct-which = There are several things in it. Say which one it is, for example: { $preset ->
        [laundry] no, 3 trousers
        [salon] no, 2 shampoos
        [cafe] no, 3 lattes
       *[other] no, 3 Hamlet tickets
    }
refused-tab-none = { PERSON($person) } owes nothing.
refused-tab-less = { PERSON($person) } owes only { $owed }. Please check the sum.
refused-order-fewer-pieces = { PERSON($person) } has only { $count } of { $item } here.
refused-order-no-such-item = { PERSON($person) } has no { $item } here.
refused-tag-unknown = There is no tag { $tag }.
refused-tag-taken = Tag { $tag } is on things of { PERSON($person) } now.
refused-nothing-in-work = Nothing in work was promised for then.
refused-late-earlier = { PERSON($person) } has that promise or a later one already.
refused-late-past = That time has passed. Please say one to come.
refused-booking-none = { PERSON($person) } has no appointment then.
refused-booking-none-then = Nobody has an appointment then. Nothing was changed.
refused-booking-none-past = { PERSON($person) } had no appointment lately.
refused-booking-which = { PERSON($person) } has several ({ $first }, { $second }). Please say the day and the time of the one you mean.
refused-booking-taken = Somebody else is booked for { $at } now, so this can't be undone.
refused-note-too-long = Notes on one person may have { $most } characters in all.
refused-remind-when = When shall I tell you? Say the time and what it is, for example: remind me tomorrow at 3pm to call the tailor
refused-remind-past = That time has passed. Please say one to come.
refused-remind-too-far = That is too far ahead. Two years at most.
refused-remind-told = You have been told of that already.
refused-message-what = What shall I tell { PERSON($person) }? For example: tell Suyeon we are closed tomorrow
refused-message-too-long = A message may have { $most } characters.
refused-answer-sells = With a word like discount, coupon or % the answer is advertising by law, and { PERSON($person) } never agreed to that, so I haven't sent it. Please write it again without that word, or say it when they come.
refused-message-sells = Words like discount or coupon make it advertising. That goes only to those who agreed to it, so I don't send it from here.
refused-message-unreachable = { PERSON($person) } can't be reached on Telegram.
refused-message-gone = It has been sent already and can't be taken back.
refused-prepaid-too-little = { PERSON($person) } has { $balance } prepaid, so that can't be taken from it.
refused-prepaid-used = { PERSON($person) } has used it since, so this can't be undone.
refused-balance-whose = Whose balance? For example: Suyeon's balance
refused-points-impossible = Points go from 1 to { $most }.
refused-points-too-few = { PERSON($person) } has only { $count ->
        [one] 1 point
       *[other] { $count } points
    }.
refused-gift-unknown = There's no gift { $number }. Please look at the number in the customer's message again.
refused-gift-used = Gift { $number } was handed over to { PERSON($person) } on { DAY($on) } already.
refused-points-ended = Those points have run out meanwhile, so this can't be undone.
refused-points-end-impossible = Points can run out after { $least } months at the earliest and { $most } years at the latest; in less time nobody gets to use them.
refused-prepaid-never-ends = What was paid ahead doesn't run out. It's the customer's money and stays until it's used or paid back. Whoever hasn't touched it for a year is told that it's there.
refused-join-code = This link does not work. It has been used or is more than a day old.
refused-staff-unknown = Nobody of that name works here. Ask “who works here”.
refused-staff-which = Several have that name. Ask “who works here” and pick by number.
refused-staff-owner = The owner can't be taken off.
refused-merge-same = That is one record already.
refused-merge-two-chats = Each of them is linked to a Telegram of their own, so they can't be made one.
refused-appointment-when = At what time does { PERSON($person) } come? For example: Friday 2 pm
refused-appointment-past = { $at } is over already.
refused-appointment-too-far = { $at } is too far ahead.
refused-link-settled = That was decided already.
refused-not-held = It is going on from here already.
refused-export-too-large = The files are too large for Telegram. On the shop's computer, run dangol export FOLDER.
refused-claim-code = This link doesn't start anything. It was used already, or it is an old one.
refused-shop-text-unusable = That can't be noted as it is. Please send a short text of up to { $most } letters or digits.
refused-shop-kind-unknown = Please choose one of laundry, salon, cafe and theatre.
refused-prices-unreadable = I found no price in that. Please write one thing and its price on a line, for example: { $preset ->
        [laundry] shirt 2,500
        [salon] cut 25,000
        [cafe] latte 5,500
       *[other] Hamlet 30,000
    }
refused-prices-too-many = A price list can have up to { $most } things.
refused-price-unknown = “{ $item }” is not on the price list.
refused-phone-unreadable = I can't read that phone number. For example: 010-2345-6789
refused-phone-too-short = That phone number has too few digits. For example: 010-2345-6789
refused-phone-too-long = That phone number has too many digits. For example: 010-2345-6789
refused-phone-two-numbers = Those are two numbers. Please write just one.
refused-phone-shortened = That number was shortened (like 1.01E+09). Please turn the cell into text.
refused-phone-dead = Numbers with 011 or 016-019 are no longer in use. Please send the 010 number.
refused-address-unusable = That is too short or too long for an address.
refused-email-unreadable = I can't read that e-mail address{ HAS($host) ->
        [yes] {": “"}{ $host }” needs an ending such as .com.
       *[no] .
    } For example: name@example.com
refused-name-unusable = That can't be used as a name. Please send a short name in letters.
refused-money-unreadable = I can't read that amount. For example: 7500 or 18,000
refused-money-currency = Only amounts in { $currency } can be written down.
refused-money-too-fine = Amounts in { $currency } have no decimals.
refused-visit-quantity = A quantity of “{ $quantity }” can't be written down. It goes from 1 to 999, in whole pieces.
refused-sum-negative = “{ $said }” can't be written down. It has to be above zero.
refused-sum-absurd = “{ $said }” is too large an amount. Is there a zero too many?
refused-sum-unreadable = I can't tell how much “{ $said }” is. For example: 7500 or 18,000
refused-sum-worked-out = “{ $said }”: I don't work out what is left. Write only the sum you took, for example: 6500
refused-rows-impossible = A list of “{ $said }” can't be shown. It starts with 1.
refused-visit-which-day = “{ $said }” is more than one day. Which day? For example: yesterday, 18 November
refused-visit-amount-negative = The amount is below zero.
refused-visit-amount-absurd = That amount is too large. Is there a zero too many?
refused-visit-sum-differs = You wrote { $told }, but the items come to { $sum }. Please write it again.
refused-visit-in-future = { DAY($day) } has not come yet.
refused-visit-too-old = { DAY($day) } is too long ago.
refused-row-no-name = The name is empty.
refused-row-which-person = Several people have this name. A phone or member number is needed.
refused-row-unknown-person = Nobody has this number. With a name beside it, the person can be added.
refused-row-other-name = This number belongs to a customer of another name.
refused-row-two-people = The phone number and the member number belong to two different customers.
refused-row-person-erased = This number is of somebody who asked to be forgotten. An old file does not bring them back. If they have come again, write it in the chat.
refused-date-unreadable = I can't read that date. For example: 2026-03-13
refused-date-without-year = The year is not written. For example: 2026-03-13
refused-day-impossible = No calendar has the day “{ $said }”. Please say the date again.
refused-day-not-that-year = There is no 29 February in { $year }{ HAS($next) ->
        [yes] {" "}or { $next }
       *[no] {""}
    }. Please say the date again.
refused-length-impossible = “{ $said }” is no stretch of time to look at. It can be one day to ten years.
refused-time-impossible = No clock shows “{ $said }”. Please say the time again.
refused-date-impossible = No calendar has that day.
refused-date-too-far = { DAY($day) } is too far ahead.
refused-text-too-long = The text in { $column } is too long; it can have up to { $most } characters.
refused-resident-number = There is a resident registration number in it, so nothing was written down. Please take it out.
refused-birthday-unreadable = I can't read that birthday. For example: 1985-11-24, lunar 1962-05-05
refused-birthday-impossible = No calendar has that day. Please look at the birthday again.
refused-birthday-no-leap-month = That year had no such leap month.
refused-birthday-in-future = That day has not come yet. Please look at the birthday again.
refused-birthday-too-old = That is too long ago. Please look at the birthday again.
refused-quantity-unreadable = I can't read that quantity. For example: 3
refused-promise-before-received = The promised day, { DAY($day) }, is before the day the things came in.
refused-row-broken = A quotation mark is never closed, so this line can't be taken apart.
refused-row-garbled = Some letters of this line are broken. Mend them, or save the table once more as CSV (UTF-8).
refused-row-nobody = Neither a name nor a number is given.
refused-row-no-date = The date is empty.
refused-row-too-wide = There are more cells than headings. Is there a comma inside a cell?
refused-unpaid-above-amount = The unpaid part is larger than the amount.
refused-status-unknown = “{ $status }” is no state I know.
refused-import-held = These records may still be in use elsewhere, so I take no files yet. Press Go on from here first.
refused-import-too-many = I take up to { $most } files at a time. Please decide about the earlier ones first.
refused-import-gone = That file was decided about or its time has passed. Please send it again.
refused-import-broke = Something went wrong with this file. Please send it again.
refused-file-gone = Telegram does not have this file any more. Please send it again.
refused-file-not-fetched = I could not get the file from Telegram. Please send it again in a while.
refused-file-no-cards = There are no contacts in this file.
refused-file-too-many-cards = I can read up to { $most } contacts at a time.
refused-card-own = That is your own contact card, so I did not write it down as a customer.
refused-card-no-phone = There is no phone number on this card.
refused-undo-person-needed = There are records of this person since, so I cannot remove them.
refused-file-empty = The file is empty.
refused-file-no-rows = The file has headings and nothing below them.
refused-file-not-text = This file is not readable text. Please save it as Excel (xlsx) or CSV and try again.
refused-file-line-too-long = One line is far too long. Is it really a table?
refused-file-is-pdf = I can't read a PDF. Please save the table as Excel (xlsx) or CSV.
refused-file-is-image = I can't read a picture. Please save the table as Excel (xlsx) or CSV.
refused-file-is-web-page = Whatever its name says, this is a web page. Please open it in Excel and save it as an Excel workbook (xlsx).
refused-file-is-document = This is a document, not a table. Please save the table as Excel (xlsx) or CSV.
refused-file-old-excel = This Excel file has the old format. Please save it as an Excel workbook (xlsx).
refused-file-is-archive = This is an archive. Please unpack it and give me the table inside.
refused-file-password = This file has a password. Please save it without one.
refused-file-too-large = This file is too large. I can read up to { $most } MB; please split it or save it as CSV.
refused-file-bomb = This file would grow far too large when it is unpacked, so I left it closed. Please copy just the table into a new file.
refused-file-xml-entities = This file holds declarations that Excel never writes, so I left it closed. Please copy just the table into a new file.
refused-file-too-sparse = Its cells lie far too wide apart, down to row { $row }. Please remove what stands outside the table.
refused-file-not-counted = Row { $row } has a formula that was never computed. Please open the file in Excel, save it and try again.
refused-file-broken = This Excel file is damaged. Please open it in Excel and save it again.
refused-file-headings-unknown = I can't tell the columns: { LIST($headings) }. The first line needs headings such as name, phone, visited_at.
refused-file-column-missing = There is no column { $column }, and a file of { $kind } needs one.
refused-month-empty = Please write a line, or say "stop".
refused-things-fetched = They have been fetched already, or the button is from an old screen.
refused-hours-before-impossible = It can be 1 to { $most } hours before.
refused-visit-gift-none-promised = No gift is promised for visits. Say for example “every 10th visit: one free coffee”.
refused-visit-gift-none-left = { PERSON($person) } has no visit gift left. Nothing was noted.
refused-nth-impossible = It can be every 2nd to every { $most }th visit.
refused-text-empty = The text is empty.
refused-own-text-long = Up to { $most } characters.
refused-text-label = I put the advertising label on as the law wants it. Please leave "(광고)" or "(Ad)" out of the text.
refused-text-braces = The curly brackets don't match.
refused-text-variable-unknown = There is no value for "{ $value }".{ HAS($known) ->
        [yes] {" "}You can use: { $known }
       *[no] {""}
    }
refused-text-sells = A word like discount, coupon or sale makes the whole message advertising. This one is a notice: please leave it out.
refused-ads-every-impossible = It can be from one a day to one in { $most } days.
refused-quiet-hours-all-day = Please leave at least { $most } hours of the day.
refused-struck-gone = That message has gone already, or isn't going any more.
refused-hours-unreadable = I couldn't read those hours. Try "Saturdays 10 to 6" or "closed on Sundays".
refused-holidays-unknown = I don't know the public holidays here ({ $zone }). Tell me closing days by their date.
refused-day-hours-unknown = Tell me both hours, please. For example: "tomorrow we're open 10 to 3"
refused-closing-nobody = It concerns nobody any more.
refused-hour-not-possible = It has to lie between { TIME($at) } and { TIME($due) }.
refused-not-to-be-switched = That goes to customers, so it can't be switched off for all. Each of them decides.

### Buttons

button-strike = Leave out { $number }
button-month-write = Write it down
button-coming = I'm coming
button-take-back = { $what ->
        [case] Take it back
        [erasure] Don't erase
        [time] Withdraw it
        [vote] Take back my vote
       *[change] Undo
    }
button-fetch-today = I'll come today
button-fetch-day = On { $day }
button-this-week = This week
button-next-week = Next week
button-things-first = { HAS($item) ->
        [yes] { $item } first
       *[no] What is ready first
    }
button-things-day = Another day
button-things-of = { $item }{ HAS($promised) ->
        [yes] {" "}{ $promised }
       *[no] {""}
    }
button-things-yes = Yes, do so
button-talk = Talk to the owner
button-undo = Undo
button-campaign-problem-season = Clothes to store
button-campaign-problem-shape = Hard to style now
button-campaign-problem-queue = The waiting
button-campaign-problem-seats = Missed good seats
button-campaign-problem-mend = Last visit was off
button-campaign-problem-ask = Something of ours
button-campaign-own = In my own words
button-campaign-send = Send
button-campaign-letters = Read the messages
button-campaign-back = Put them back in
button-campaign-stop = Stop
button-campaign-resume = Go on
button-campaign-drafts = Texts to copy
button-campaign-again = Once more
button-campaign-enough = That’s it
button-invite = Invite them
button-campaign = Write to them
button-back = Back
button-told = What was sent
button-cancel = Cancel
button-carry-on = Go on from here
button-key-copied = I've copied it
button-import-go = Bring in
button-import-leave = Leave it
button-import-stop = Stop
button-import-otherwise = Read differently
button-import-example = See an example
button-kind-customers = Customers
button-kind-visits = Visits
button-kind-orders = Orders
button-kind-appointments = Bookings
button-read-day = Read as { DAY($day) }
button-without-guesses = Without guesses
button-export-keep = To keep a copy
button-export-books = For the books
button-export-move = To move elsewhere
button-mended = Done, free
button-not-mended = Not done
button-paid = Paid now
button-anyway = Write it anyway
button-send = Send
button-remove-row = Take off { $number }
button-make-one = Same, make one
button-two-people = Two people
button-save = Change
button-new-person = New customer
button-more = More
button-previous = ◀ Back
button-next = Next ▶
button-write = Write it down
button-write-number = Write it down
button-copy-text = Copy the text
button-copy-piece = Copy part { $number }/{ $of }
button-sent-by-hand = I sent it
button-not-sending = Not sending it
button-draft-for = Draft: { $name }
button-recent-deals = Within six months
button-see-draft = See the text
button-drafts = See the drafts
button-no-gift = No gift
button-refresh-people = Who ({ $count })
button-refresh-phone = Ask for the number
button-refresh-email = Ask for e-mail
button-refresh-start = Start
button-later = Later
button-refresh-stop = Stop
button-refresh-go-on = Go on
button-refresh-hand = Answers ({ $count })
button-number-holds = It is right
button-number-wrong = Wrong number
button-give-email = Write my e-mail
button-give-phone = Confirm my number
button-still-right = Still right
button-idea-yes = We will
button-idea-no = We won't
button-idea-back = Take my vote back
button-idea-other = Another idea
button-history = What was changed
button-remember = Yes, remember
button-details = My details
button-things = What I left
button-visits = My visits
button-wrong = Something is wrong
button-phone = Phone number
button-email = E-mail
button-name = Name
button-change-phone = Correct number
button-change-email = Correct e-mail
button-been-here = I was here before
button-counter-code = Show counter QR
button-counter-code-again = New QR
button-same-person = Same person
button-other-person = Someone else
button-no-messages = Stop messages
button-nothing-at-all = Turn off all
button-again = Start again
button-ads-too = Ads too
button-refuse-ads = No more ads
button-no-ads = Stop ads
button-keep-ads = Keep them
button-agree = I agree
button-no-thanks = No, thanks
button-message-settings = Message settings
button-no-limits = Drop the limits
button-turn-off = Turn this off
button-received = All I received
button-take-data = Take it as files
button-who-looked = Who looked
button-erase = Erase
button-erase-yes = Yes, erase it all
button-pass-on = Pass on to owner
button-case-withdraw = Take it back
button-case-answer = Answer
button-case-close = Close
button-case-notes = Note it down
button-case-right = Yes
button-case-other = { $clothes ->
        [yes] Another item
       *[no] Something else
    }
button-case-thing = { DAY($on) } { $item }
button-case-none = None of these
button-case-photo = Send a photo
button-case-ok = It's settled
button-case-not-yet = Not yet
button-unlink = Disconnect
button-not-me = It wasn't me
button-time = { $at }
button-booking = { $at } { $service }
button-time-yes = Confirm
button-time-no = Not possible
button-time-other = Another time
button-take-it = Yes, book it
button-not-that = No
button-time-withdraw = Take it back
button-cancel-booking = Cancel it
button-move-booking = Another time
button-korean = 한국어
button-english = English
button-copy-number = Copy number
button-photos = { $count ->
        [one] 1 photo
       *[other] { $count } photos
    }
button-skip = Skip
button-enough = Stop here
button-set-anew = Change
button-only-these = Keep only these
button-counter-sheet = QR sheet
button-sending = Times and texts
button-own-texts = My texts
button-quiet = { $hours ->
        [night] Quiet 9 pm to 9 am
        [evening] Quiet 8 pm to 10 am
       *[none] No quiet hours
    }
button-ads-every = { $days ->
        [1] Ads: one a day
       *[other] Ads: one in { SPAN($days) }
    }
button-holidays = { $state ->
        [closed] Closed on holidays
       *[open] Open on holidays
    }

### Big buttons

key-share-contact = 📱 Confirm my number
key-later = Later
key-account = My account
key-change = Correct
key-help = Help
key-drop-off = Drop-off
key-done = Ready
key-visit = Record a visit
key-appointment = Booking
key-lapsed = Away regulars
key-find = Find
key-today = Today

### Descriptions of commands

command-start = the first screen
command-help = what you can say
command-account = my account
command-mydata = my data and consents
command-export = take my data home
command-delete = erase my data
command-stop = stop messages
command-privacy = privacy
command-language = change the language
command-cancel = stop what you are doing
command-lapsed = regulars who haven't visited lately
command-find = find a customer

### Terminal

console-demo = The shop is open. Have a look in your browser: { $address } (Ctrl-C stops it)
console-port-taken = Another program uses port { $port }. Please give another one with --port.
console-started = @{ $bot } is ready and listens for { $shop }. Press Ctrl-C to stop.
console-stopped = Stopped. Everything in hand is written down.
console-claim = Nobody owns this shop yet. Open this link once on the owner's phone: { $link }
console-key-made = Made the key file { $file }. Without it names, numbers and notes can never be read again. Keep a copy somewhere else.
console-key-missing = The key file { $file } is missing. Only that key opens this database. Put your copy in its place and start again.
console-key-wrong = This key does not belong to this database. Please use the key that was made with it.
console-token-refused = Telegram did not accept the token. Please check it with @BotFather.
console-already-running = This bot is running somewhere else already. Please run it in one place only.
console-another-poller = Another program is reading this bot's messages. Please stop whatever uses the same token first.
console-key-malformed = The key cannot be read ({ $source }, line { $line }). It must stay exactly as it was made.
console-database-newer = This database belongs to a newer version ({ $found }); this program knows up to { $known }. Please start the newer one.
console-copy-damaged = The copy of { $file } is not sound, so nothing was changed. Please check the disk.
console-held = These records were restored or moved here. Nothing goes to customers until the owner has pressed the button in Telegram.
console-nothing-here = There are no records of a shop here yet. Run it in the folder with the shop's .env.
console-exported = Everything was taken out: { $file } (customers: { $customers }, rows of visits: { $visits }). Names and numbers can be read in these files, so keep them safe and delete them when you're done.
console-not-empty = The folder { $file } is not empty. Name an empty one, or add --yes if its files may be replaced.
console-backed-up = The backup is made, and it opens: { $file } (customers: { $customers }, visits: { $visits })
console-restored = The backup is back: customers: { $customers }, visits: { $visits }, last written { $at }. Now start it with dangol run; it asks the owner first, and until then nothing goes to customers.
console-restore-not-empty = There are records at { $file } already. A backup only goes into an empty place. Move those records elsewhere, or point DATABASE_URL to an empty place.
console-backup-not-ours = { $file } is not one of our backups.
console-backup-damaged = The backup { $file } is not whole: it was cut off or changed. Nothing was touched; please use one of another day.
console-backup-other-key = { $file } was locked with another key. Put that shop's key at { $source } and try again.
console-key-card = The key card is in { $file }. Open it in a browser, print it, keep the paper somewhere safe outside the shop, then delete this file.
console-file-there = { $file } is there already. Please give another name.
paper-key-title = The key of { $shop }
paper-key-what = Names, phone numbers, notes, messages and backups are all locked with this key. If it is lost, nobody can open them again, not even those who made this program. Keep it somewhere safe outside the shop and show it to nobody. Don't send photos of it either.
paper-key-how = To use it again: on the new computer make the file { $file } with a plain text editor, type the lines below as they are, with the - at their ends, save it, and run dangol restore BACKUP. Capital and small letters are the same. The last four digits notice a slip.
paper-key-made = Printed { DAY($on) }
console-no-access = Cannot write { $file }: { $reason }
console-migrated = The database now fits this version: { $steps }
console-nothing-to-migrate = The database already fits this version.
console-database-not-opened = The database can't be opened: { $reason }
console-doctor-well = Everything is fine.
console-doctor-bad = { $bad ->
        [one] { $bad } thing
       *[other] { $bad } things
    } to be put right.
console-sheet-made = The sheet is in { $file }. Print it on A4. Its link: { $link }
console-sheet-kind = { $file } can't be made: the name must end in .pdf or .png.
console-file-missing = There is no file { $file }.
settings-file = { $name } can't be read. Is it UTF-8 text?
settings-missing = { $name } is not set. Please write it into .env.
settings-webhook-half = A webhook needs { $name } as well.
settings-telegram-bot-token = TELEGRAM_BOT_TOKEN doesn't look like a token. Please paste it as @BotFather gave it (it looks like 123456:ABC…).
settings-telegram-api-url = TELEGRAM_API_URL “{ $given }” is no address. For example: https://api.telegram.org
settings-owner-ids = “{ $given }” in OWNER_IDS is no Telegram id. Please write numbers separated by commas.
settings-shop-preset = SHOP_PRESET “{ $given }” is no kind of shop. It is one of laundry, salon, cafe, theatre.
settings-shop-language = SHOP_LANGUAGE “{ $given }” is not spoken here. It is ko or en.
settings-shop-timezone = SHOP_TIMEZONE “{ $given }” does not exist. For example: Asia/Seoul
settings-shop-currency = SHOP_CURRENCY “{ $given }” is no currency. For example: KRW
settings-database-url = DATABASE_URL can't be understood. For example: sqlite:///data/dangol.db or postgresql://…
settings-webhook-url = WEBHOOK_URL “{ $given }” is no address. It starts with https://
settings-webhook-secret = WEBHOOK_SECRET takes only letters, digits, _ and - (up to 256).
settings-webhook-port = WEBHOOK_PORT “{ $given }” is not between 1 and 65535.
settings-retention-years = RETENTION_YEARS “{ $given }” can't be used.
settings-smtp-url = SMTP_URL can't be understood. For example: smtps://name:password@mail.example.com:465
settings-interpreter-url = INTERPRETER_URL “{ $given }” can't be used. For example: https://api.example.com/v1, or http://localhost:11434/v1 for a computer in the shop
settings-interpreter-key = INTERPRETER_KEY holds signs that can't be in a key. Please paste the key alone.
settings-log-level = LOG_LEVEL “{ $given }” does not exist. It is one of DEBUG, INFO, WARNING, ERROR.

### Campaigns

campaign-whom = { $regulars ->
        [yes] regulars
       *[no] customers
    } { $away ->
        [yes] { HAS($days) ->
            [no] who are late
           *[yes] away for more than { GAP($days) }
        }
       *[no] who come often
    }
campaign-whom-invited = people who saw { $shows } plays or more within { $months } months
campaign-whom-shown = the people on the list you just saw
campaign-ask = Of the { $total } { $whom }, { $asked } can be written to. { $hand } <b>Which problem of theirs does it solve?</b> Without one it isn’t sent.
invitation-ask = Of the { $total } { $whom }, { $asked } can be written to. { $hand } <b>What do you invite them to?</b> Say the play, the day and the hour in one sentence. For example: We keep seats for you at the first night of Hamlet, 3 December, 7 pm.
campaign-by-hand = For { $count } more, whom the bot doesn’t reach, you get a text to copy.
campaign-nobody-left = None of the { $whom } can be written to now. By law this is advertising: it goes to those who linked with the QR code and agreed to it.
campaign-write-problem = Say in one sentence what is good in it for the customer. For example: If the colour faded quickly last time, we put it right for nothing.
campaign-own-problem = { $text }
campaign-problem-season = If clothes to be put away are piling up with the season, tell us when you bring them. We make them fit to be stored.
campaign-problem-shape = It is probably getting hard to style. We bring it back to a shape that is easy at home.
campaign-problem-queue = If waiting was a nuisance, tell us before you come. We have it ready when you arrive.
campaign-problem-seats = If you missed the good seats, tell us the day you want. We look for you first.
campaign-problem-mend = If anything was not right last time, tell us. We look at it again.
campaign-problem-ask = If it is something of ours that kept you away, tell us. What we can put right we will.
campaign-preview = { $asked ->
        [0] The bot itself writes to none of the <b>{ $whom }</b>.
       *[other] It goes to <b>{ $asked } { $whom }</b>. Tap a number to leave that person out.
    }
    { $invites ->
        [yes] You invite them to
       *[no] What it solves
    }: { $problem }
    { $rows }
    { $page }
    { $hand }
    { $struck }
    { $invites ->
        [yes] Nobody is held back for comparison: all of them are invited.
       *[no] { $held ->
            [0] There are too few to hold anybody back for comparison.
           *[other] To see whether it works, { $held } are drawn by lot and not written to; { $sending } are.
        }
    }
campaign-row = { $number }. { PERSON($name) }{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    } { HAS($usual) ->
        [no] { GAP($away) } since the last visit
       *[yes] usually { GAP($usual) }, now { GAP($away) }
    } · last { DAY($last) }
campaign-struck = { PERSON($name) } is out.
campaign-left-out = The <b>{ $total }</b> the bot does not write to, and why.
    { $rows }
    { $page }
campaign-out-row = · { PERSON($name) }{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    }: { $why }
campaign-out-struck = you took them out
campaign-out-hand = not on Telegram; you get a text to send yourself
campaign-out-unreachable = there is no way to reach them
campaign-out-open-case = they wait for an answer; that comes first
campaign-out-never-here = they have never been here
campaign-out-other-language = they read another language than it is written in
campaign-out-not-now = it may not be sent at this hour
campaign-out-sent-already = it was sent already
campaign-letters = What { $total ->
        [one] 1 person
       *[other] { $total } people
    } will read. (광고) and the shop’s contact go in front and the free refusal behind, by themselves.
    { $rows }
campaign-letter = <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] {" "}({ $last4 })
       *[no] {""}
    }
    { $message }
campaign-message = { PERSON($name) }, { HAS($usual) ->
        [no] it has been { GAP($away) } since you were here
       *[yes] you usually come every { GAP($usual) } and it has been { GAP($away) }
    }, so I wanted to ask how you are. { $problem }{ HAS($who) ->
        [yes] {" "}— { $who }
       *[no] {""}
    }
invitation-message = { PERSON($name) }, you have come to our plays many times, so we invite you. { $problem }{ HAS($who) ->
        [yes] {" "}— { $who }
       *[no] {""}
    }
campaign-started = { $sending ->
        [0] {""}
       *[other] It goes to { $sending ->
            [one] 1 person
           *[other] { $sending } people
        }, a few at a time and by day. { $held } are held back to compare. The result comes once { $days } days have passed. Say “stop the campaign” and it stops at once.
    }
    { $drafts }
campaign-drafts = For { $count ->
        [one] 1 person
       *[other] { $count } people
    } the bot can’t reach there is a text to copy and send.
campaign-left = All right, it isn’t sent.
campaign-stopped = Stopped. { $sent } had it already; { $spared } will not get it.
campaign-resumed = Going on. { $sending ->
        [one] 1 person still gets it
       *[other] { $sending } people still get it
    }, at the same hours and pace.
campaign-removed = { $held ->
        [yes] { PERSON($name) } is held back to compare and would not get it anyway.
       *[no] { PERSON($name) } will not get it.
    }
campaign-enough = All right, that was it. Nothing more goes out.
campaign-result = <b>{ DAY($on) }, { $whom }</b>: { $came } of { $sent } messaged and { $held-came } of { $held } held back came within { $days } days.
    { $compared }
    { $early }
    Opted out: { $refused }
    { $not-sent }
    { $running }
    { $stopped }
campaign-compared = { $points } points apart, { $verdict ->
        [more] more came of those messaged
        [fewer] fewer came of those messaged
       *[unsure] but too few to tell
    } ({ $lowest } to { $highest }).
campaign-not-compared = There was nobody to compare with, so its effect is unknown.
campaign-early = It takes { $days ->
        [one] 1 more day
       *[other] { $days } more days
    } before the two can be compared.
campaign-not-sent = Drawn for it but not sent: { $count }. “What was not sent?” tells why.
campaign-running = Still going out: { $count } to go.
campaign-was-stopped = It was stopped on the way.
refused-campaign-everybody = Nothing goes to everybody at once. Say who it is for, like “message regulars who haven’t come for a month”.
refused-campaign-nobody = There is nobody to send it to.
refused-campaign-too-many = At most { $most } people at a time. The list has { $total }; please narrow it.
refused-campaign-runs = A campaign is going out. Another can start when it is over, or after “stop the campaign”.
refused-campaign-no-list = I don’t know who you mean. Look at a list first, for example: who hasn’t come lately?
refused-campaign-problem = It can only be sent when it says which problem of the customer it solves. Wanting to send is not enough.
refused-campaign-problem-long = At most { $most } characters, please. Customers read short messages.
refused-campaign-not-in-it = { PERSON($person) } is not in this campaign.
refused-campaign-sent-already = { PERSON($person) } has it already.
refused-campaign-none = There was no campaign yet. Begin with “message regulars who haven’t come for a month”.
refused-campaign-none-runs = No campaign is going out.
refused-law-label = By law an ad carries “(광고)” with the shop’s name and contact. It can’t be left out; I put it on myself.
refused-law-refusal = By law an ad has to carry a free way to refuse it. It can’t be left out.
refused-law-night = Between 9 pm and 8 am ads may go only to people who agreed to nightly ones. The others get them in the morning.
refused-law-consent = Ads may go only to people who agreed to them. The others get what they need, like a booking or things that are ready.
refused-law-often = One person gets at most one ad a day. I don’t send more than that.
refused-campaign-none-stopped = No campaign was stopped. To send one that is over once more, ask “how did the last campaign do?”
refused-campaign-no-contact = An ad needs the shop’s name and contact. Tell me, like “our phone is 02-123-4567”.
refused-campaign-gone = This campaign was sent or left already.
unsent-campaign-stopped = you stopped the campaign

### What was sent, and why

told = What <b>{ PERSON($name) }</b> was sent: { $total } in all.
    { $rows }
    { $page }
told-none = Nothing was sent to { PERSON($name) } unasked.
told-row = · <b>{ $kind }</b> { $outcome ->
        [sent] sent { $at }
        [uncertain] sent { $at }, nobody knows whether it arrived
        [waiting] planned { $at }, not out yet
       *[dropped] planned { $at }, not sent
    }{ HAS($planned) ->
        [yes] , planned { $planned }
       *[no] {""}
    }{ HAS($why) ->
        [yes] {" "}({ $why })
       *[no] {""}
    }{ HAS($answered) ->
        [yes] , answered { $answered }
       *[no] {""}
    }
    { $rule } { $approved ->
        [owner] Decided by the owner.
       *[rule] By a set rule.
    }
told-rule = { $event ->
        [remind] The day before a booking
        [soon] Hours before a booking
        [moved] The booking was moved
        [cancelled] The booking was cancelled
        [ready] It was ready
        [late] The promise became late
        [closed-days] Closing days that concern a booking or things left
        [uncollected] Ready and not collected for a long time
        [thanks] The day’s receipt
        [nth] The promised number of visits
        [birthday] Birthday
        [statement] The quarter’s statement, only with changes
        [campaign] On the list of a campaign
        [winback] A word to a late regular
        [introduced] Somebody came on their word
        [refresh] Old contact details
        [refresh-gift] Thanks for confirming a detail
        [personal] Written by hand
        [consent-check] Consent after two years
        [points-end] Points that run out
        [prepaid-rests] Money paid ahead and not used for a long time
        [mail-failed] A mail to confirm could not be sent
        [link-tried] Another chat tried for their record
        [link-opened] Their record was linked to the chat
        [link-closed] A linked chat was closed
        [link-restored] A closed link was restored
       *[other] An answer to what they said
    }.
