# 값이 없으면(HAS가 no) 그 값은 앞의 빈칸과 함께 사라지고, 그것만 있던 줄은 통째로 사라져요.
# 그래서 “[no] { $hours }”는 “줄을 없앤다”는 뜻이에요. 쓸 수 있는 함수는 catalog.py에 적혀 있어요.

### 모두에게: 잘 안 됐을 때

# $reference는 기록에서 그 일을 찾는 번호예요.
apology = 죄송해요, 처리하다가 문제가 생겼어요. 바뀐 것은 없어요. 잠시 뒤에 다시 말씀해 주세요. (번호 { $reference })
old-button = 지난 화면의 버튼이에요. 다시 말씀해 주시면 새로 보여 드릴게요.
only-in-private = 손님 이야기는 여기서 하지 않을게요. 저와 일대일 대화에서 말씀해 주세요.{ HAS($bot) ->
        [yes] {" "}t.me/{ $bot }
       *[no] {""}
    }
cannot-read-this = 글과 연락처, 확인된 분의 사진만 읽을 수 있어요. 글로 말씀해 주시겠어요?
cannot-read-this-here = 글과 연락처, 사진, 엑셀·CSV 파일만 읽을 수 있어요. 음성 대신 글로 말씀해 주세요.
edited-unread = 고쳐 쓰신 글은 다시 읽지 않아요. 처음 말씀하신 그대로예요. 달라진 것은 새 메시지로 적어 주세요.
cannot-do-yet = 무슨 말씀인지는 알았는데, 아직 제가 할 수 없는 일이에요.
not-understood-customer = 잘 못 알아들었어요. 이렇게 말씀해 보세요: “내 정보”, { $keeps-things ->
        [yes] “내 옷 언제 돼요?”,{" "}
       *[no] {""}
    }{ $takes-bookings ->
        [yes] “예약 언제예요?”,{" "}
       *[no] {""}
    }“번호 바뀌었어요”. 급하시면 가게로 연락해 주세요{ HAS($contact) ->
        [yes] : { $contact }
       *[no] .
    }
not-understood-stranger = 잘 못 알아들었어요. 여기는 { $shop } 대화방이에요. 아래 버튼으로 본인 확인을 해 주시면 내 기록을 보실 수 있어요.
not-understood-owner = 잘 못 알아들었어요. 바뀐 것은 없어요. 이렇게 말씀해 보세요:
    { $visit }
    · 요즘 안 오신 단골 누구예요?
    · 6781 찾아줘
# 말씀과 비슷한 것을 찾았을 때. $rows는 알아듣는 보기예요.
not-understood-near = 잘 못 알아들었어요. 바뀐 것은 없어요. 혹시 이 말씀이세요?
    { $rows }
near-row = · { $example }
# 비슷하게만 알아들은 말은 버튼을 누르기 전에는 하지 않아요.
# 알아들을 수 있는 일들의 이름.
kind-named = { $kind ->
        [set_detail] 손님 정보 적기
        [looked] 누가 기록을 봤는지 보기
        [refund] 선불 돌려드린 것 적기
        [prepaid_left] 선불 잔액 남은 분 보기
        [no_shows] 노쇼 보기
        [undo] 방금 한 일 되돌리기
        [correct] 방금 적은 것 고치기
        [merge] 한 사람으로 합치기
        [tag_fetched] 찾아가셨어요
        [hand_over] 찾아가셨어요
        [tag_ready] 다 됐어요
        [note_defect] 살펴 둔 것 적기
        [order_ready] 다 됐어요
        [all_ready] 모두 다 됐어요
        [set_tag] 택 달기
        [no_show] 예약에 안 오셨어요
        [make_appointment] 예약 잡기
        [move_appointment] 예약 옮기기
        [cancel_appointment] 예약 취소
        [paid_tab] 외상 갚으셨어요
        [charge] 선불 충전
        [late] 늦어져요
        [give_points] 포인트 드리기
        [spend_points] 포인트 쓰셨어요
        [switch_on] 기능 켜기
        [switch_off] 기능 끄기
        [close_day] 오늘 마감하기
        [add_staff] 직원 추가
        [remove_staff] 직원에서 빼기
        [walk_ins] 이름 없는 손님 적기
        [lapsed] 안 오신 분 찾기
        [regulars] 단골 보기
        [top] 많이 오시거나 쓰신 분 보기
        [find] 손님 카드 보기
        [photos] 사진 보기
        [last_visit] 마지막 방문 보기
        [visit_count] 방문 횟수 보기
        [spent] 쓰신 금액 보기
        [usual] 평소에 하시는 것 보기
        [birthdays] 생일 보기
        [new] 새 손님 보기
        [sales] 매출 보기
        [visits] 방문 수 보기
        [how_many] 손님 수 보기
        [bought] 그 품목을 하신 분 보기
        [missing] 빠진 정보 보기
        [stale] 옛 번호 보기
        [orders_due] 마감할 것 보기
        [orders_waiting] 안 찾아가신 것 보기
        [appointments] 예약 보기
        [points] 포인트 보기
        [voices] 답할 것 보기
        [undelivered] 못 보낸 메시지 보기
        [unpaid] 외상 보기
        [find_tag] 택 찾기
        [brief] 오실 손님 보기
        [narrow] 방금 목록 좁히기
        [pick] 목록의 그분 열기
        [balance] 선불 잔액 보기
        [staff_list] 직원 보기
        [doubles] 겹친 손님 보기
        [record_visit] 방문 적기
        [record_several] 방문 여러 건 적기
        [note] 메모 적기
        [remind_me] 알림 맞추기
        [message_one] 한 분께 글 보내기
        [message_many] 여러 분께 글 보내기
        [draft_for] 보낼 글 만들기
        [drafts] 아직 안 보낸 글 보기
        [segments] 손님 나눠 보기
        [chart_weeks] 방문·매출 그래프 보기
        [chart_hours] 바쁜 때 그래프 보기
        [chart_regulars] 단골이 늘고 준 그래프 보기
        [chart] 그래프 보기
        [change_rule] 기준 바꾸기
        [why_core] 어떤 손님인지 보기
        [no_extras] 덤 못 드린 단골 보기
        [reminders] 내 알림 보기
        [shop_settings] 가게 설정 보기
        [change_shop] 가게 설정 바꾸기
        [drop_price] 가격표에서 빼기
        [counter_sheet] 계산대 안내지 만들기
        [export_all] 자료 모두 내보내기
        [import_how] 파일 가져오는 법
        [health] 잘 돌아가는지 보기
        [day_brief] 오늘 브리핑
        [week_summary] 한 주 요약
        [month_card] 이달의 카드
        [clocks] 저절로 오는 것 보기
        [open_days] 여는 날 보기
        [days_off] 쉬는 날 적기
        [named_days] 쉬는 날 적기
        [weekday_end] 요일별 시간 정하기
        [help] 할 수 있는 일 보기
        [stop] 그만두기
        [refresh] 옛 연락처 정리
        [next_visit] 언제 오실지 보기
        [status_account] 내 계정 보기
        [status_points] 내 포인트 보기
        [status_visits] 내 방문 보기
        [status_orders] 맡긴 것 보기
        [status_appointments] 내 예약 보기
        [status_details] 저장된 내 정보 보기
        [status_balance] 내 선불 잔액 보기
        [update] 내 정보 고치기
        [set_language] 언어 바꾸기
        [history] 바뀐 내역 보기
        [stop_messages] 메시지 그만 받기
        [start_messages] 메시지 다시 받기
        [message_wish] 메시지 받는 때 정하기
        [message_settings] 메시지 설정 보기
        [ask_owner] 사장님께 말씀 전하기
        [export] 내 자료 받기
        [erase] 내 정보 지우기
        [stay] 내 정보 지우지 않기
        [received] 받은 메시지 모두 보기
        [book] 예약 부탁
        [things_fetched] 언제 찾으러 오시는지 알리기
        [cancel] 예약 취소
        [voice] 가게에 말씀 전하기
        [recommend] 추천 받기
        [refer] 친구 소개
        [hours] 영업시간과 위치
        [thanks] 고마움 전하기
        [who_saw] 누가 봤는지 보기
        [why_this] 왜 보냈는지 보기
        [why_field] 왜 여쭤보는지 보기
        [drop_detail] 내 정보 한 가지 지우기
        [who_answers] 누가 답하는지 보기
        [prefer] 바라는 것 적기
        [preferences] 적어 둔 바라는 것 보기
        [drop_preference] 바라는 것 지우기
        [own_photos] 내 사진 보기
        [add_prospect] 문의하신 분 적기
        [advertising_every] 광고 간격 정하기
        [campaign_result] 캠페인 결과 보기
        [care] 관리 안내 정하기
        [complaint] 불편 말씀 전하기
        [request] 부탁 말씀 전하기
        [idea] 의견 전하기
        [detail_holds] 연락처 확인됨 적기
        [extras] 덤 못 드린 단골 보기
        [find_member] 회원 번호로 찾기
        [gather_words] 못 알아들은 말 모으기
        [gathered_words] 못 알아들은 말 보기
        [give_extra] 덤 적기
        [guardian] 보호자 동의 적기
        [holidays_off] 공휴일 정하기
        [hours_before] 예약 몇 시간 전 알림 정하기
        [ideas] 의견 모아 보기
        [in_work] 작업 중인 것 보기
        [invite] 초대할 분 보기
        [leave_out] 보낼 분에서 빼기
        [message_shown] 방금 목록에 글 보내기
        [message_text] 손님께 가는 글 보기
        [move_booking] 예약 옮기기 부탁
        [nth_gift] 몇 번째 선물 정하기
        [own_lists] 내 명단 보기
        [owner_clock] 알림 시각 정하기
        [prospects] 문의만 하신 분 보기
        [quiet_hours] 조용한 시간 정하기
        [recommended] 소개하신 분 적기
        [refresh_state] 연락처 정리 어디까지 보기
        [rfm] RFM으로 나눠 보기
        [sent_to] 보낸 것 보기
        [privacy] 개인정보 안내 보기
        [status] 내 것 보기
        [status_cases] 전한 말씀 보기
        [stop_campaign] 캠페인 멈추기
        [resume_campaign] 캠페인 이어서 보내기
        [strike_reminder] 알림 지우기
        [switch_part] 기능 켜고 끄기
        [update_address] 내 주소 고치기
        [update_birthday] 내 생일 고치기
        [update_email] 내 이메일 고치기
        [update_name] 내 이름 고치기
        [update_phone] 내 번호 고치기
        [owed] 한 분의 외상 보기
        [visitors] 오신 분 보기
        [what_costs] 가격 보기
        [week_hours] 요일별 시간 정하기
        [why_stage] 어떤 손님인지 보기
        [pay_promise] 갚으신다는 말씀
        [points_end] 포인트 기한 정하기
        [prepaid_end] 선불 기한 정하기
       *[other] 이렇게 적기
    }
guess = 혹시 이 말씀이세요? { $said }
    아직 아무것도 바꾸지 않았어요.
guess-which = 혹시 어느 쪽이세요?
    { $rows }
    아직 아무것도 바꾸지 않았어요.
guess-one-number = 번호는 한 분에 하나만 적을 수 있어요. 어느 것을 적을까요?
    { $rows }
    아직 아무것도 바꾸지 않았어요.
guess-row = { $number }. { $said }
guess-said = <b>{ $kind }</b>{ HAS($guests) ->
        [yes] {" "}{ $guests }분
       *[no] {""}
    }{ HAS($name) ->
        [yes] {" · "}{ PERSON($name) }
       *[no] {""}
    }{ $both ->
        [yes] {" 두 분"}
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
        [yes] {" · "}{ $count }점
       *[no] {""}
    }{ HAS($at) ->
        [yes] {" · "}{ $at }
       *[no] {""}
    }{ HAS($tag) ->
        [yes] {" · 택 "}{ $tag }
       *[no] {""}
    }{ HAS($rack) ->
        [yes] {" · 옷걸이 "}{ $rack }
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
button-guess-yes = 네, 맞아요
stopped = 네, 그만둘게요. 바뀐 것은 없어요.
nothing-to-stop = 하고 있던 일이 없어요. 무엇을 도와드릴까요?
changed-mind = 네, 방금 { $what ->
        [cancelled] 취소하신 예약을 되살릴까요?
        [case] 사장님께 전한 말씀을 거둘까요?
        [erasure] 지워 달라고 하신 것을 거둘까요?
        [time] 부탁하신 예약을 거둘까요?
        [vote] 더한 표를 취소할까요?
        [wish] 바꾸신 알림을 되돌릴까요?
       *[change] 바꾸신 것을 되돌릴까요?
    }
changed-mind-about-what = 네, 아무것도 바꾸지 않았어요. 다른 것을 바꾸고 싶으시면 “알림 설정”, “번호 되돌려 주세요”처럼 말씀해 주세요.
nothing-to-undo = 되돌릴 것이 없어요.
# 무언가 쓰다가 다른 것을 물었을 때, 대답 뒤에 붙어요. $prompt는 기다리고 있는 질문이에요.
form-continues = 이어서: { $prompt }
language-ask = 어느 언어로 말씀드릴까요?
language-set = 이제 한국어로 말씀드릴게요.
refused-language-unknown = 한국어와 영어로 말씀드릴 수 있어요. “한국어로” 또는 “English please”라고 해 주세요.

### 못 알아들은 말

# 모아 두기로 하신 분께, 못 알아들었다는 대답 뒤에 붙어요.
words-kept = { $answer }
    이름과 번호를 가리고 이 말을 모아 두었어요.
words-on = 네, 사장님 말씀 가운데 못 알아들은 것을 모아 둘게요. 알아본 이름과 번호는 가리고 잠가서 { $days }일만 두고, 어디로도 저절로 보내지 않아요.
    손님 말씀은 한 번 여쭤서 그러라고 하신 분 것만 모아요.
    보시려면 “못 알아들은 말 보여줘”, 그만두려면 “못 알아들은 말 그만 모아줘”라고 하시면 돼요.
words-off = 네, 이제 못 알아들은 말을 모으지 않을게요.
    { $left }
words-left = 모아 둔 { $count }마디는 { $days }일이 차면 저절로 지워져요.
words-undone = 되돌렸어요. { $on ->
        [yes] 못 알아들은 말을 모으고 있어요.
       *[no] 못 알아들은 말은 모으지 않아요.
    }
words-none = 모아 둔 말이 없어요. { $on ->
        [yes] 못 알아들은 말이 있으면 여기에 모여요.
       *[no] 지금은 모으지 않고 있어요.
    }
words-list = 못 알아들은 말 <b>{ $total }마디</b>예요. 지울 것은 번호를 눌러 주세요.
    { $rows }
    { $page }
    ○○는 가린 이름이나 번호예요. { $days }일이 지나면 지워져요.
words-row = { $number }. “{ $text }” ({ $side ->
        [customer] 손님
       *[other] 가게
    }, { DAY($on) }){ HAS($meant) ->
        [yes] {" "}{ $meant }
       *[no] {""}
    }
# 곧이어 알아들은 말에서 짐작한 것이에요.
words-meant = → 아마 “{ $kind }”
words-struck = 지웠어요: “{ $text }”. 하루 안에는 되돌릴 수 있어요.
words-put-back = 다시 넣었어요: “{ $text }”
words-cleared = 모아 둔 { $count }마디를 모두 지웠어요.
words-files = 파일 { $count }개를 보내 드려요. 가린 자리에는 지어낸 이름과 번호가 들어 있어요. 프로그램을 만드는 사람들에게 건네실지는 사장님이 정하세요.
words-file = 알아듣게 할 예문이에요.
words-not-here = 이 가게는 못 알아들은 말을 모으지 않아요.
words-agreed = 고맙습니다. { $at }에 그러라고 하신 것으로 적었어요. 못 알아들은 말씀만 이름과 번호를 가리고 { $days }일까지 두고, 그만두시면 바로 지워요.
words-refused = 네, 못 알아들은 말씀을 모으지 않을게요({ $at }부터).{ HAS($count) ->
        [yes] {" "}모아 둔 { $count }마디도 바로 지웠어요.
       *[no] {" "}달라지는 것은 없어요.
    }
consent-ask-words = 방금처럼 { $shop }에서 못 알아들은 말씀을 모아도 될까요? 다음에 알아듣도록 고치는 데만 쓰고, 고치는 사람들에게 건넬 수 있어요. 알아본 이름과 번호는 가리고 { $days }일까지만 둬요. 안 하셔도 나머지는 그대로이고, 언제든 그만두시면 바로 지워요.
refused-sentence-gone = 그 말은 이미 지워졌어요.
button-tab-remind = 그날 알려 주기
button-words-help = 알아듣게 돕기
button-words-stop = 내 말 모으지 않기
button-words-gather = 못 알아들은 말 모으기
button-words-show = 못 알아들은 말 보기
button-words-enough = 그만 모으기
button-words-file = 파일로 받기
button-words-clear = 모은 말 지우기
look-sentences = 못 알아들은 말(이름 없이)
privacy-words = · 못 알아들은 말: 그러라고 따로 동의하신 분의 말씀만, 알아본 이름과 번호를 가리고 { $days }일까지 두어요. 알아듣게 고치는 데만 쓰고, 고치는 사람들에게 건넬 수 있어요. “제가 한 말 못 알아들은 거 모으지 마세요”라고 하시면 바로 지워요.

### 손님: 시작과 개인정보

start-stranger = <b>{ $shop }</b>{ JOSA($shop, "이에요/예요") }. 본인 확인이 되면 { $preset ->
        [laundry] 맡기신 옷을
        [salon] 예약과 지난 시술을
       *[other] 내 이용 내역을
    } 여기서 바로 볼 수 있어요.
    보관하는 것: 이름, 전화번호, 이용 내역(마지막 이용 후 { $years }년까지). 물어보신 것에 답하고 필요한 것을 알려 드리는 데만 써요. 안 하셔도 가게 이용은 그대로예요. 만 14세 미만이면 보호자와 가게로 와 주세요.
    광고는 따로 여쭤볼게요. 자세한 내용: /privacy
start-customer = { PERSON($name) }, 안녕하세요. <b>{ $shop }</b>{ JOSA($shop, "이에요/예요") }. 무엇을 도와드릴까요?
later = 네, 언제든 아래 버튼을 눌러 주세요.
privacy = <b>{ $shop } 개인정보 안내</b>
    · 보관하는 것: 이름, 전화번호, 이용 내역. 이메일·주소·생일은 알려 주신 것만요.
    · 쓰는 곳: 이용하신 것을 알려 드리고, 물어보실 때 답하는 데만 써요. 광고는 따로 동의하신 분께만 보내요.
    · 기간: 마지막 이용 후 { $years }년, 또는 지워 달라고 하실 때까지요.
    · 보는 사람: 가게에서 일하는 사람뿐이고, 누가 봤는지 기록이 남아요. 이름과 번호는 암호화해서 보관해요.
    · 대화는 텔레그램(해외 서버)을 거쳐요. 원하지 않으시면 이 대화방을 쓰지 않아도 가게 이용은 그대로예요.
    · 사진: 이용 내역이나 말씀과 함께 90일까지만요. 지워 달라고 하시면 바로 지우고, 옛 파일로 되살아나지 않게 번호를 알아볼 수 없게 바꾼 표시만 1년 남겨요.
    · 언제든 “내 정보”라고 하시면 보고 고칠 수 있고, 지워 달라고 하실 수 있어요.
    { $sentences }
    { $interpreter }
    { $contact }
privacy-interpreter = · 가게에서 적은 한마디를 프로그램이 못 알아들으면, 알아본 이름과 번호를 가린 그 한마디만 밖의 언어 모델에 보내 뜻을 물어요. 손님이 하신 말씀과 기록은 보내지 않아요.
privacy-contact = 문의: { $contact }

### 손님: 본인 확인

# 기록이 있던 분에게도 처음 오신 분에게도 같은 말을 해요. 누가 손님인지 알 수 없어야 하니까요.
linked = 확인됐어요. { PERSON($name) }, 반가워요. “내 정보”라고 하시면 내 기록을 볼 수 있고, 이름이 다르면 바로 고칠 수 있어요.
    예전에 오셨는데 내역이 안 보이면, 가게에서 한 번 더 확인한 뒤에 보여 드려요. “예전에 왔었어요”라고 하시면 더 빨라요.
# 같은 번호로 다른 대화방이 확인을 청했을 때, 먼저 연결되어 있던 분께.
link-tried = 방금 다른 텔레그램에서 이 번호로 본인 확인을 했어요. 내 기록은 그대로이고, 가게가 먼저 확인해요. 본인이 아니시면 가게에 알려 주세요.
    { $contact }
link-opened = { PERSON($name) }, { $how ->
        [counter] 계산대에서 확인됐어요.
        [purchase] 말씀하신 것이 맞아서 확인됐어요.
       *[shop] 가게에서 확인해 드렸어요.
    } 이제 이 대화방에서 내 기록을 보실 수 있어요.
# 기록이 다른 대화방에 열렸을 때, 그때까지 연결되어 있던 대화방에.
link-moved = { $how ->
        [counter] 같은 번호로 가게 계산대에서 본인 확인이 되어, 이 기록이 다른 텔레그램으로 옮겨졌어요.
        [purchase] 같은 번호와 마지막 이용 내역으로 본인 확인이 되어, 이 기록이 다른 텔레그램으로 옮겨졌어요.
       *[shop] 가게의 확인을 거쳐 이 기록이 다른 텔레그램으로 옮겨졌어요.
    } 이 대화방에서는 이제 볼 수 없어요. 본인이 옮기신 게 아니면 { $days }일 안에 눌러 주세요.
link-contest-done = 알려 주셔서 고마워요. 기록을 이 대화방으로 되돌렸고, 가게에도 알렸어요.
link-closed = 가게에서 본인 확인을 되돌렸어요. 새로 적으신 것은 그대로이고, 예전 기록은 이 대화방에서 보이지 않아요.
link-restored = { PERSON($name) }, 기록이 다시 이 대화방에 연결됐어요.
unlink-whether = 이 대화방의 연결을 끊을까요? 기록은 가게에 남고, 여기서는 보이지 않아요. 확인하신 지 { $days }일 안에만 되돌릴 수 있어요.
unlinked = 연결을 끊었어요. 이 대화방은 이제 누구의 것도 아니에요. { $shop }의 기록을 다시 보시려면 본인 확인을 해 주세요.
# 계산대에서 새로 띄운 QR을 찍었을 때. 열 기록이 있든 없든 같은 말이에요.
counter-here = 계산대에 오신 것을 확인했어요. “내 정보”라고 하시면 지금 보실 수 있는 것이 다 나와요. 그래도 빠진 것이 있으면 가게에 말씀해 주세요.
counter-here-first = 계산대에 오신 것을 확인했어요. { $minutes }분 안에 <b>내 번호로 확인</b>을 누르시면 다른 확인은 더 필요 없어요.
counter-code-over = 이 QR은 이미 쓰였거나 시간이 지났어요. 계산대에서 새로 보여 달라고 해 주세요.
# 번호로 확인한 누구에게나, 기록이 있든 없든 같은 질문이에요.
been-here-ask = 마지막으로 { $preset ->
        [laundry] 무엇을 맡기셨고
        [salon] 무슨 시술을 받으셨고
        [theatre] 무슨 공연을 보셨고
       *[other] 무엇을 드셨고
    }, 그게 몇 년 몇 월쯤이었는지 적어 주세요. 예: { $preset ->
        [laundry] 작년 3월에 코트
        [salon] 작년 3월에 펌
        [theatre] 작년 3월에 햄릿
       *[other] 작년 3월에 치즈케이크
    }. 안 적으셔도 가게에서 확인하면 보여 드리고, 가게에 계시면 계산대 QR을 보여 달라고 하셔도 돼요.
been-here-unread = { $preset ->
        [laundry] 무엇을 맡기셨는지와 몇 월이었는지
        [salon] 무슨 시술이었는지와 몇 월이었는지
        [theatre] 무슨 공연이었는지와 몇 월이었는지
       *[other] 무엇이었는지와 몇 월이었는지
    }, 둘 다 있어야 해요. 달은 하나만 적어 주세요. 예: { $preset ->
        [laundry] 작년 3월에 코트
        [salon] 작년 3월에 펌
        [theatre] 작년 3월에 햄릿
       *[other] 작년 3월에 치즈케이크
    }
been-here-known = 다녀가신 내역은 “내 정보”에 있어요. 더 오래된 것이 안 보이면 계산대 QR을 보여 달라고 하시거나 가게에 말씀해 주세요.
under-14-stranger = 말해 줘서 고마워요. 만 14세 미만은 보호자와 함께 가게에 와 주세요. 여기에는 아무것도 적지 않았고, 가게 이용은 그대로예요.
    { $contact }
under-14-customer = 말해 줘서 고마워요. 만 14세 미만은 보호자가 가게에서 동의하셔야 적어 둘 수 있어요. 그 전에는 지금 적힌 것도 지우실 수 있어요.
    { $contact }
under-14-kin = 만 14세 미만은 보호자께서 아이와 함께 가게에 오셔서 동의해 주시면 쓸 수 있어요. 그 전에는 아이에 대해 아무것도 적지 않아요.
    { $contact }
under-14-agreed = 보호자의 동의가 적혀 있어요. 그대로 쓰시면 돼요.
been-here-skipped = 네, 괜찮아요. 가게에서 확인하면 보여 드릴게요.
been-here-passed-on = 고맙습니다. 적어 주신 것을 가게에 전했어요. 가게에서 확인하면 예전 내역을 보여 드려요. 가게에 계시면 계산대 QR을 보여 달라고 하세요.
help-customer = 이렇게 말씀하시면 돼요:
    { $rows }
    하던 일을 멈추려면 “그만”이라고 해 주세요.
can-say-account = · 내 정보
can-say-orders = · 내 옷 언제 돼요?
can-say-booking = · 예약 언제예요?
can-say-change = · 번호 바뀌었어요 010-2345-6789
can-say-history = · 바뀐 내역 보여 주세요, 되돌려 줘
can-say-messages = · 그만 보내세요, 알림 설정
can-say-statement = · 내 계정, 뭐가 저장돼 있어요?
can-say-remember = · 기억해 주세요: 앞머리는 짧게
can-say-why = · 이거 왜 보냈어요?, 왜 생일을 물어봐요?
can-say-own-data = · 내 데이터 받기, 누가 제 기록을 봤나요?, 내 정보 지워 주세요
can-say-owner = · 사장님께 전해 주세요
can-say-ask-time = · 예약 토요일 3시, 예약 취소할게요

### 손님: 내 정보

account = <b>{ PERSON($name) }</b> { LIST($reached) }
    { $visits }
    { $last }
    { $yours }
    { $things }
    { $unpaid }
    { $booking }
account-reached = { $value }{ $confirmed ->
        [yes] {""}
       *[no] {" "}(확인 전)
    }
account-since = { DAY($since) }부터 { $count }번 오셨어요. 내신 금액 { $spent }.
account-detail = · { $field } { $value }{ $state ->
        [confirmed] {" "}(확인됨 { DAY($at) })
        [unconfirmed] {" "}(확인 전)
        [told] {" "}({ DAY($at) } 알려 주심)
       *[noted] {""}
    }
account-no-details = (연락처 없음)
details = { PERSON($name) }, 이렇게 적혀 있어요.
    { $rows }
    { $missing }
# 생일 하나. $day는 1985-11-24 또는 11-24예요.
birthday = { $lunar ->
        [yes] 음력{" "}
       *[no] {""}
    }{ $day }{ $leap ->
        [yes] {" "}(윤달)
       *[no] {""}
    }
account-missing = 아직 모르는 것: { LIST($fields) }
account-visits = { DAY($since) }부터 { $count }번 오셨어요. 내신 금액 { $spent }, 마지막 방문 { DAY($last) }.
    { $rows }
account-visits-of = { $count ->
        [0] { $period }에는 오신 기록이 없어요.
       *[other] { $period }에 { $count }번 오셨어요. 내신 금액 <b>{ $spent }</b>.
    } { $unpaid }
    { $rows }
account-no-visits = 아직 이용 내역이 없어요.
account-booking = 다음 예약: { $at } { $service }
visits-row = · { DAY($on) } { LIST($items) }{ $more } { $amount }
visits-row-more = {" "}외 { $count }가지
orders-status = <b>{ PERSON($name) }</b>
    { $things }
    { $unpaid }
    { $hours }
things-here = 맡아 둔 것 { $pieces }점{ HAS($shown) ->
        [yes] , 그중 { $shown }가지
       *[no] {""}
    }:
    { $rows }
things-more = 그 밖에 { $count }가지
orders-row = · { $item }: { $state ->
        [ready] 다 됐어요
       *[other] 작업 중{ HAS($promised) ->
            [yes] , { $promised } 약속
           *[no] {""}
        }
    }
orders-row-short = · { $item }: { $state ->
        [ready] 다 됐어요
       *[other] 작업 중{ HAS($promised) ->
            [yes] , { $promised } 약속
           *[no] {""}
        }
    }
thing-unnamed = 맡기신 것
orders-unpaid = 내실 금액 { $amount }
orders-none = 지금 맡아 둔 것이 없어요.
balance = { HAS($rows) ->
        [yes] { LIST($rows) } 남아 있어요.
       *[no] {""}
    } { HAS($unpaid) ->
        [yes] { $unpaid }{ JOSA($unpaid, "이에요/예요") }.
       *[no] 안 내신 금액은 없어요.
    }
# 내 계정. $got은 받으신 것, $yours는 오늘 쓸 수 있는 것이에요.
statement = { PERSON($name) }, { DAY($since) }부터 { $count }번 오셨어요. 내신 금액 <b>{ $spent }</b>.
    { $got }
    { $yours }
    { $unpaid }
statement-received = 받으신 것: { LIST($rows) }.
statement-extras = 덤으로 해 드린 것 { $count }번(0원)
statement-gifts = 약속드린 선물 { $count }번
statement-free = { $gift } { $count }번
statement-discounts = 할인 { $amount }
statement-today = 오늘 쓸 수 있는 것: { LIST($rows) }.
statement-nothing-today = 오늘 따로 쓸 수 있는 것은 없어요.
statement-prepaid = 선불 잔액 { $amount }
statement-points = 포인트 { $count }점{ HAS($ending) ->
        [yes] ({ $ending })
       *[no] {""}
    }
who-answers = { $who }{ JOSA($who, "이/가") } 직접 읽고 답해요. 지금 말씀하시면 { $due }까지 답해 드려요. 날짜나 금액처럼 적혀 있는 것은 제가 바로 알려 드리고요.
    { $hours }
    { $contact }
why-phone = { $use ->
        [things] 다 됐을 때 알려 드리고, 찾으러 오셨을 때 본인인지 확인하는 데 써요.
        [times] 예약을 알려 드리고, 오셨을 때 본인인지 확인하는 데 써요.
       *[other] 오셨을 때 본인인지 확인하고, 물으신 것에 답하는 데 써요.
    } 광고에는 따로 동의하신 분께만 써요. 지우시려면 “내 정보 지워 주세요”라고 하시면 돼요.
why-email = 텔레그램도 전화도 닿지 않을 때 연락드리는 데만 써요. 없어도 나머지는 모두 그대로예요. 지우시려면 “이메일 지워 주세요”라고 하시면 돼요.
why-address = { $use ->
        [things] 가지러 가거나 가져다 드릴 때만 써요.
       *[other] 보내 드릴 것이 있을 때만 써요.
    } 없어도 나머지는 모두 그대로예요. 지우시려면 “주소 지워 주세요”라고 하시면 돼요.
why-birthday = 생일 축하 인사에만 쓰고, 그것도 인사를 받겠다고 하신 분께만 보내요. 안 알려 주셔도 나머지는 모두 그대로예요. 지우시려면 “생일 지워 주세요”라고 하시면 돼요.
why-name = 어떻게 불러 드릴지와, 같은 이름이 있을 때 누구신지 알아보는 데 써요. 다르게 부르길 바라시면 “이름 바꿔 주세요”라고 하시면 돼요.
why-preferences = 오셨을 때 말씀하신 대로 해 드리는 데만 써요. 언제든 보고 지우실 수 있어요: “내 취향 보여 주세요”.

### 손님: 기억해 둘 것

preferences = 말씀하신 대로 이렇게 기억하고 있어요. 지우실 것은 번호를 눌러 주세요.
    { $rows }
preferences-row = { $number }. { $text }
preferences-line = · { $text }
preferences-none = 아직 기억해 둔 것이 없어요. “기억해 주세요: 앞머리는 짧게”처럼 말씀해 주시면 적어 둘게요.
preferences-empty = 이제 기억해 둔 것이 없어요.
preferences-changed = { HAS($count) ->
        [yes] 이렇게 기억할게요. 모두 { $count }가지 중 나중에 말씀하신 것이에요.
       *[no] 이렇게 기억할게요.
    }
    { $rows }
    { DAY($until) }까지 되돌릴 수 있어요.
preference-whether = “{ $text }” — 가게에서 볼 수 있게 기억해 둘까요?
    { $health }
preference-health = 건강에 관한 말씀이라 따로 여쭤봐요. 맞춰 해 드리는 데만 쓰고, 언제든 지우실 수 있어요.
nothing-of-the-kind = 그건 저희가 따로 적어 두지 않아요. 볼 수 있는 것은 “내 정보”라고 하시면 모두 보여 드려요.
appointment-status = { PERSON($name) }, { $at } { $service } 예약이 있어요.
appointments-status = { PERSON($name) }, 예약이 { $count }건 있어요.
    { $rows }
appointments-row = · { $at } { $service }
appointments-none = 잡혀 있는 예약이 없어요.
shop-hours = 영업시간: { $hours }
shop-where = 위치: { $address }
shop-contact = 연락처: { $contact }
hours-unknown = 영업시간은 가게에 물어봐 주세요.
# 물어보신 날에 여는지. $next는 그다음 여는 날이에요.
open-answer = { DAY($day) }{ $state ->
        [closed] 에는 쉬어요{ HAS($holiday) ->
            [yes] ({ $holiday })
           *[no] {""}
        }.
        [over] 에는 { $hours }에 열었고 지금은 닫았어요.
        [open] 에는 { $hours }에 열어요.
       *[unknown] 에 여는지는 가게에 물어봐 주세요.
    }{ HAS($next) ->
        [yes] {" "}다음은 { DAY($next) } { $after }에 열어요.
       *[no] {""}
    }
shop-card = <b>{ $shop }</b>
    { $today }
    { $hours }
    { $where }
    { $contact }
thanks-back = 고맙습니다. 언제든 편하게 말씀해 주세요. — { $shop }
yes-needs-button = 여쭤본 것이 있으면 그 버튼을 눌러 주세요. 다른 말씀은 편하게 해 주시면 돼요.
# 무엇을 권할까: 언제나 본인이 전에 고른 것 하나와 그 까닭.
suggest-usual = 최근 { $of }번 중 { $times }번이 <b>{ $item }</b>{ JOSA($item, "이었어요/였어요") }(지난번 { $on }). { $keeps-things ->
        [yes] 이번에도 { $item } 챙겨 오시면 어때요?
       *[no] 오늘도 { $item } 어떠세요?
    }{ $price }
suggest-yearly = 작년 이맘때({ $on }) <b>{ $item }</b>{ $keeps-things ->
        [yes] { JOSA($item, "을/를") } 맡기셨어요. 올해도 슬슬 때가 됐어요.
       *[no] { JOSA($item, "을/를") } 고르셨어요. 올해도 한번 어떠세요?
    }{ $price }
suggest-unknown = { HAS($item) ->
        [yes] 아직 취향을 잘 몰라요. 요즘 많이 찾으시는 건 <b>{ $item }</b>{ JOSA($item, "이에요/예요") }.
       *[no] 아직 취향을 잘 몰라요. 몇 번 더 뵈면 골라 드릴게요.
    }{ $price }
suggest-price = {" "}({ $amount })
# 소개: 링크를 보낸 분께는 누가 왔는지 말하지 않아요.
introduce = 고맙습니다. 이 링크를 친구분께 보내 주세요: { $link }
    친구분이 { $shop }에 처음 다녀가시면 알려 드릴게요. 누구신지는 말씀드리지 않아요.
introduce-link = { $link }
button-copy-link = 링크 복사
introduced-welcome = 소개로 오셨군요, 반가워요. 처음 다녀가시면 소개해 주신 분께 고맙다고 전할게요. 누구신지는 말하지 않아요.
introduced-before = 먼저 여신 소개 링크로 적어 두었어요. 링크는 한 번만 세어요.
introduced-own = 본인 링크예요. 친구분께 보내 주세요.
introduced-customer = 이미 저희 손님이셔서 소개로 세지는 않지만, 마음만은 고맙게 받을게요.
introduced-thanks = { PERSON($name) } 소개로 한 분이 다녀가셨어요. 정말 고맙습니다.
    — { $shop }
introduced-owner = { PERSON($name) } 소개로 { PERSON($newcomer) }이 처음 다녀가셨어요. 만나면 고맙다고 한마디 해 주세요.
refused-no-link-yet = 아직 링크를 만들 수 없어요. 잠시 뒤에 다시 말씀해 주세요.
# 물건 하나: “와이셔츠 3점”, “라떼 2잔”, 하나면 이름만.
item-line = { $item }{ $quantity ->
        [1] {""}
       *[other] {" "}{ PIECES($quantity, $item) }
    }

### 손님: 고치기, 되돌리기, 바뀐 내역

change-which = 무엇을 바꿀까요?
change-ask-phone = 새 전화번호를 보내 주세요. 예: 010-2345-6789 (그만두려면 “그만”)
change-ask-email = 새 이메일 주소를 보내 주세요. (그만두려면 “그만”)
change-ask-name = 어떻게 불러 드릴까요? 이름을 보내 주세요. (그만두려면 “그만”)
change-ask-address = 새 주소를 보내 주세요. (그만두려면 “그만”)
change-ask-birthday = 생일을 보내 주세요. 예: 1990년 3월 2일 (그만두려면 “그만”)
change-whether = { $field }{ JOSA($field, "을/를") } <b>{ $value }</b>{ JOSA($value, "으로/로") } 바꿀까요?
change-proof-phone = 다음에 오실 때 가게에서 확인하면 ‘확인됨’이 돼요.
change-done = { HAS($before) ->
        [yes] { $field }{ JOSA($field, "을/를") } 바꿨어요. { $before } → <b>{ $after }</b>
       *[no] { $field }{ JOSA($field, "을/를") } 적어 두었어요. <b>{ $after }</b>
    }
    { $proof }
    { DAY($until) }까지 되돌릴 수 있어요.
change-same = { $field }{ JOSA($field, "은/는") } 이미 그렇게 적혀 있어요: { $value }
change-empty = { $field }{ JOSA($field, "은/는") } 적혀 있지 않아요.
change-dropped = { $field }{ JOSA($field, "을/를") } 지웠어요. { DAY($until) }까지 되돌릴 수 있어요.
phone-confirmed = { $field } { $value }{ JOSA($value, "을/를") } 확인했어요.
change-undone = { HAS($value) ->
        [yes] 되돌렸어요. { $field }{ JOSA($field, "은/는") } 다시 <b>{ $value }</b>{ JOSA($value, "이에요/예요") }.
       *[no] 되돌렸어요. { $field }{ JOSA($field, "은/는") } 다시 비워 두었어요.
    }
history = 최근에 바뀐 내용이에요.
    { $rows }
history-none = 바뀐 내용이 없어요.
history-row = · { DAY($at) } { $field }: { HAS($before) ->
        [yes] { $before } → { HAS($after) ->
            [yes] { $after }
           *[no] 비워 둠
        }
       *[no] { $after }
    } ({ $who }){ $undone ->
        [yes] {" "}— 되돌림
       *[no] {""}
    }
history-linked = · { DAY($at) } 이 대화방을 연결함 ({ $who })
who-self = 본인
who-shop = 가게
who-file = 가게 파일
field-name = 이름
field-phone = 전화번호
field-email = 이메일
field-member-no = 회원번호
field-address = 주소
field-birthday = 생일
field-preferences = 기억해 둘 것

### 손님: 왜 보냈나요

why-reminder = { DAY($made) }에 { $at } { $service } 예약을 하셔서 { $soon ->
        [yes] 가기 전에 한 번 더
       *[no] 전날
    } 알림을 보냈어요. 광고가 아니에요. { $count }
why-personal = 가게에서 { $at }에 직접 써서 보낸 메시지예요. 광고가 아니에요. { $count }
why-booking-changed = 예약이 { $event ->
        [cancelled] 취소되어
       *[moved] 옮겨져
    } { $at }에 알려 드렸어요. 광고가 아니에요. { $count }
why-order-ready = { DAY($received) }에 맡기신 { $event ->
        [late] 것의 약속이 늦어져
       *[ready] 것이 다 되어
    } 알려 드렸어요. 광고가 아니에요. { $count }
why-closed-days = 예약이나 맡기신 것이 있어서 언제 쉬는지 { $at }에 알려 드렸어요. 광고가 아니에요. { $count }
why-receipt = { DAY($on) }에 다녀가셔서 그날 내역을 보냈어요. 광고가 아니에요. { $count }
why-nothing = 최근에 먼저 보낸 메시지가 없어요. 말씀하신 것에 대답만 했어요.
why-count = 최근 { $days }일 동안 { $times }번 보냈어요.
why-uncollected = { DAY($received) }에 맡기신 것이 다 되어 기다리고 있어서 알려 드렸어요. 광고가 아니에요. { $count }
why-consent-check = 광고 수신에 동의하신 지 곧 2년이 되어 { $at }에 여쭈었어요. 광고가 아니에요. { $count }
why-told = { $kind ->
        [balance] 미리 내신 돈이나 적립해 드린 포인트에 알려 드릴 일이 있어서
        [statement] 지난번 뒤로 내 계정에 바뀐 것이 있어서
        [gift] 약속해 둔 대로 드릴 것이 생겨서
       *[refresh] 적어 둔 연락처가 아직 맞는지 여쭈려고
    } { $at }에 보냈어요. 광고가 아니에요. { $count }
why-consent = { DAY($on) }에 광고 수신에 동의하셔서 보냈어요.
why-ad = 광고예요. { $kind ->
        [birthday] 생일을 축하드리려고
        [greeting] 인사드리려고
        [expiry] 드린 것의 기한이 다가와서
        [invitation] 여러 번 와 주셔서 초대하려고
       *[other] 가게 소식을 전하려고
    } { $at }에 보냈어요. { $consent } { $count }
why-campaign = 광고예요.{ HAS($usual) ->
        [yes] {" "}평소 { GAP($usual) }마다 오셨는데
       *[no] {""}
    }{ HAS($since) ->
        [yes] {" "}{ DAY($since) } 뒤로
       *[no] {""}
    } 안 오셔서 사장님이 { DAY($approved) }에 보내기로 정했어요. { $consent } { $count }
why-answer = { $at }에 보낸, 말씀하신 것에 대한 답이에요. 광고가 아니에요. { $count }
why-account = { $at }에 내 기록의 안전에 관한 일이 있어 알려 드렸어요. 광고가 아니에요. { $count }
why-gone = { $at }에 보냈는데, 그때의 예약이나 방문 기록은 지금은 없어요. { $count }
received = 먼저 보내 드린 메시지 { $total }건이에요.
    { $rows }
received-row = · { $at } { $kind }

### 손님: 무엇을 언제 받을지

# $stopped와 $still은 메시지 종류의 목록이에요.
messages-stopped = 네, 그만 보낼게요({ $at } 처리). 안 보내는 것: { LIST($stopped) }.
    그대로 가는 것: { LIST($still) }. { $instead }
messages-ask-instead = 다 됐는지는 “내 옷 언제 돼요?” 하고 물어봐 주세요.
messages-only = 네, 이제 { LIST($only) }만 보낼게요({ $at } 처리).
    바꾸기 전: { LIST($before) }.
    바꾼 뒤: { LIST($still) }.
messages-started = 네, 다시 보내 드릴게요({ $at } 처리). 보내는 것: { LIST($still) }.
topic-answers = 물어보신 것에 대한 답
topic-orders = 다 됐다는 알림
topic-bookings = 예약 알림
topic-receipts = 다녀가신 날 내역
topic-advertising = 광고와 안부
topic-night = 밤 광고(21–08시)
message-settings = <b>알림 설정</b>이에요. 바꿀 것의 번호를 눌러 주세요.
    { $rows }
    { HAS($limits) ->
        [yes] { $limits }
       *[no] “저녁엔 보내지 마세요”, “다음 달까지 조용히”처럼 말씀하셔도 돼요.
    }
message-setting = { $number }. { $what }: { $comes ->
        [yes] 받음
       *[no] 안 받음
    }{ HAS($decided) ->
        [yes] {" "}({ DAY($decided) })
       *[no] {""}
    }
wish-kept = 네, 그렇게 할게요({ $at }부터).
    { $limits }
    보내는 것: { LIST($still) }.
wish-undone = 되돌렸어요.
    { $limits }
    보내는 것: { LIST($still) }.
wish-hours = · { $from-hour }–{ $to-hour }에는 아무것도 보내지 않아요.
wish-only-days = · { LIST($days) }에만 보내요.
wish-weekends = · 토요일과 일요일에는 아무것도 보내지 않아요.
wish-days = · { LIST($days) }에는 아무것도 보내지 않아요.
wish-pause = · { DAY($until) }까지 광고, 안부, 내역을 쉬어요.
wish-distance = · 광고, 안부, 내역은 { GAP($days) }에 한 번까지만 보내요.
wish-quiet = · 조용히 응대해요. 안부는 보내지 않고, 꼭 필요한 것만 알려 드려요.
consent-ask-advertising = { $shop }의 새 소식과 할인 안내(광고)를 이 대화방으로 보내도 될까요? 언제든 “그만”이라고 하시면 바로 멈춰요. 받지 않으셔도 이용은 그대로예요.
consent-ask-night = { $shop }의 광고를 밤 9시부터 아침 8시 사이에도 이 대화방으로 보내도 될까요? 언제든 “그만”이라고 하시면 바로 멈춰요. 받지 않으셔도 이용은 그대로예요.
consent-given = { $shop }: { $at }에 { $what } 수신에 동의하셨어요. 언제든 아래 버튼이나 “그만”으로 멈출 수 있어요.
consent-not-given = 네, 보내지 않을게요. 바뀐 것은 없어요.
consent-lapsed = 광고 동의 { $count }건을 거두었어요. 2년이 되어 알려 드리려 했지만 전할 길이 없었어요. 다시 동의하시기 전에는 광고를 보내지 않아요.
    { $rows }
    { $more }
consent-lapsed-row = · { PERSON($name) }{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    }
consent-lapsed-more = 그 밖에 { $count }분
consent-check = { $shop }: { DAY($on) }에 { $what } 수신에 동의하셨어요. 곧 2년이 되어 알려 드려요. 그대로 두시면 계속 받으시고, 그만 받으시려면 아래를 누르거나 “그만”이라고 해 주세요.

### 손님: 예약 부탁하기

time-ask = { HAS($day) ->
        [yes] { DAY($day) } 몇 시가 좋으세요? 예: 3시 반
       *[no] { $move ->
            [yes] 언제로 바꿀까요? 예: 토요일 3시
           *[no] 언제가 좋으세요? 예: 토요일 3시
        }
    }
time-taken-offer = { $at }에는 다른 예약이 있어요. 다른 시간을 말씀해 주시거나 골라 주세요.
time-not-open = { HAS($hours) ->
        [yes] { $at }에는 문을 열지 않아요. 그날 영업시간: { $hours }.
       *[no] { $at }{ JOSA($at, "은/는") } 쉬는 날이에요.
    } 다른 시간을 말씀해 주세요. 예: 수요일 3시
time-which-day = { HAS($period) ->
        [yes] { $period } 중에 어느
       *[no] 어느
    } 날 몇 시가 좋으세요? 예: 수요일 3시
time-asked = { HAS($before) ->
        [yes] { $before } 예약을 <b>{ $at }</b>{ JOSA($at, "으로/로") } 바꿔도 될지 여쭤볼게요.
       *[no] <b>{ $at }</b> { $service } 예약을 여쭤볼게요{ $whose }.
    } { $due }까지 알려 드려요. 그때까지는 정해진 것이 아니에요.
time-withdrawn = { $at } 예약 부탁을 거두었어요.
time-agreed = 예약됐어요: <b>{ $at }</b> { $service }. 전날 한 번 더 알려 드릴게요.
time-declined = 죄송해요, { $at }에는 어려워요. 다른 시간을 말씀해 주시겠어요? 예: 예약 토요일 3시
time-offered = 말씀하신 { $wished } 대신 <b>{ $at }</b> { $service } 예약은 어떠세요? 누르시면 바로 예약돼요.
time-left = 네, 알겠어요. 다른 시간이 좋으시면 “예약 토요일 3시”처럼 말씀해 주세요.
time-sorry = 예약 답이 늦어 죄송해요. 한 번 더 여쭤봤어요. { $due }까지 알려 드려요.
booking-cancel-whether = <b>{ $at }</b> { $service } 예약을 취소할까요? { $until }까지는 여기서 바로 취소할 수 있어요.
booking-cancel-which = 예약이 { $count }건 있어요. 어느 예약을 취소할까요?
booking-move-which = 예약이 { $count }건 있어요. 어느 예약을 바꿀까요?
booking-cancelled = { $at } { $service } 예약을 취소했어요.
booking-kept = { $at } { $service } 예약을 그대로 두었어요.

### 손님: 사람에게 전하기

# $who는 답하는 사람이에요.
case-heard = { $sort ->
        [complaint] 속상하시겠어요, 죄송해요.{" "}
        [again] 네, 이어서 전했어요.{" "}
       *[other] 네, 전했어요.{" "}
    }{ $item } { $who }{ JOSA($who, "이/가") } { $due }까지 직접 답해 드려요(접수 { $number }번). { $photos }
case-photos = 사진{ HAS($count) ->
        [yes] {" "}{ $count }장도
       *[no] 들도
    } 함께 전했어요.
case-item = { DAY($on) }의 { $item } 말씀이지요?
case-item-right = { DAY($on) }의 { $item }
case-thing = { HAS($item) ->
        [yes] 네, { $item } 말씀으로 전했어요.
       *[no] 네, 어느 것인지 여쭤봐 달라고 전했어요.
    } { $who }{ JOSA($who, "이/가") } { $due }까지 직접 답해 드려요(접수 { $number }번).
case-which = 어느 것을 말씀하시는지 골라 주세요.
case-ask-words = 무엇을 전할까요? 한 번에 적어 주세요.
case-answer = { $who } 답이에요(접수 { $number }번): “{ $text }”
case-own = 전해 드린 말씀이에요.
    { $rows }
case-own-row = · 접수 { $number }번 “{ $text }”: { HAS($answered) ->
        [yes] { DAY($answered) }에 답해 드렸어요. 아직이면 그 답에 답장해 주세요.
       *[no] { $who }{ JOSA($who, "이/가") } { $due }까지 답해 드려요.
    }
case-settled = 다행이에요. 접수 { $number }번을 마쳤어요. 말씀해 주셔서 고맙습니다.
case-withdrawn = 접수 { $number }번을 거두었어요.
case-sorry = 답이 늦어 죄송해요(접수 { $number }번). 한 번 더 알렸어요. { $who }{ JOSA($who, "이/가") } { $due }까지 답해 드려요.
case-changed = 접수 { $number }번 말씀 덕분에 이렇게 바꿨어요: “{ $text }” — { $shop }
# 의견. $votes는 세 표부터만 보여요.
idea-heard = { $again ->
        [yes] 이미 표를 주신 의견이에요: “{ $text }”.{" "}
       *[no] { $joined ->
            [yes] 같은 의견(“{ $text }”)에 { HAS($votes) ->
                [yes] { $votes }번째 표로 더했어요.
               *[no] 표를 더했어요.
            }{" "}
           *[no] 의견으로 적어 두었어요: “{ $text }”.{" "}
        }
    }{ DAY($on) }까지 답해 드려요. 이름은 아무에게도 안 보여요.
idea-was-decided = “{ $text }” 의견은 하지 않기로 했어요. 까닭: { $reason }
idea-taken-back = “{ $text }”에 주신 표를 거두었어요.
idea-decided = 표를 주신 의견(“{ $text }”)의 결과예요: { $yes ->
        [yes] 하기로 했어요. { $reason }
       *[no] 하지 않기로 했어요. 까닭: { $reason }
    } — { $shop }
photo-ask-about = 사진 잘 받았어요. 무엇에 대한 사진인가요? 한 줄로 적어 주시면 함께 전해 드려요.
photo-ask-for = 네, 사진을 이 대화방에 보내 주세요. 접수 { $number }번과 함께 전해 드려요.
photo-passed-on = 사진{ HAS($count) ->
        [yes] {" "}{ $count }장을
       *[no] 들을
    } { $who }께 전했어요(접수 { $number }번).
photo-lost = 사진을 받지 못했어요. 한 번 더 보내 주시겠어요?
photos-none = { PERSON($name) }의 사진은 아직 없어요.
photos-left = 최근 사진 { $shown }장이에요. 그 전 것이 { $count }장 더 있어요.
photo-caption = { DAY($on) } { LIST($items) }{ HAS($number) ->
        [yes] {" "}(접수 { $number }번)
       *[no] {""}
    } { HAS($text) ->
        [yes] “{ $text }”
       *[no] {""}
    }
the-owner = 사장님
shop-question = 그건 제가 적어 둔 것이 없어요. 적으신 그대로 사장님께 전할까요?
    { HAS($contact) ->
        [yes] 급하시면: { $contact }
       *[no] {""}
    }
told-us = 말씀해 주셔서 고맙습니다. 적으신 그대로 사장님께 전할까요?
shop-card-and-question = { $card }
    여기에 없는 것은 적으신 그대로 사장님께 전해 드릴게요.
cannot-but-owner = 그건 사장님이 정하실 일이에요. 적으신 그대로 사장님께 전할까요?

### 손님: 내 데이터

my-data = 동의: 이름·번호·이용 내역 보관(마지막 이용 후 { $years }년까지){ HAS($still) ->
        [yes] . 보내는 것: { LIST($still) }.
       *[no] . 먼저 보내는 것은 없어요.
    }
take-json = 저희가 가진 내 기록 전부예요(JSON, 다른 프로그램에 옮길 때).
take-csv = 같은 내용을 표로 담았어요(CSV, 엑셀에서 열려요).
take-picture = 보관하고 있는 사진이에요.
looks = 가게에서 내 기록을 { $total }번 봤어요.
    { $rows }
looks-none = 아직 아무도 내 기록을 열어 보지 않았어요. 누가 보면 여기에 남아요.
look-row = · { $at } { $role ->
        [owner] 사장님
        [staff] 직원
       *[other] 가게
    }{ HAS($name) ->
        [yes] ({ $name })
       *[no] {""}
    }: { $what }
look-card = 내 정보
look-card-of = 손님 카드
look-list = 손님 목록
look-figures = 이용 내역
look-photos = 사진
look-export = 파일로 내보냄
erase-ask = 지우면 되돌릴 수 없어요. 이름·연락처·메모·대화가 사라지고, 내역 { $visits }건은 이름 없는 합계로만 남아요.{ $bookings ->
        [0] {""}
       *[other] {" "}잡힌 예약은 취소돼요.
    } 누가 봤는지는 법에 따라, 번호는 옛 파일로 되살아나지 않게 알아볼 수 없는 표시로만 1년 남아요.
    { $first }
erase-first = 먼저 끝낼 것: { LIST($first) }. 다 끝나면 바로 지워요.
erase-things = 맡기신 것 { $count }점 찾아가시기
erase-unpaid = 안 내신 금액 { $amount }
erase-prepaid = 선불 잔액 { $amount } 돌려받기
erase-sure = { PERSON($name) }, 정말 모두 지울까요? 지우고 나면 저희도 되살릴 수 없어요.
erased = 모두 지웠어요. 이용 내역 { $visits }건은 이름 없는 합계로만 남아요. 백업에서는 { $days }일 안에 사라져요. 그동안 고마웠어요.
erase-waits = 지워 달라고 하신 것을 적어 두고 가게에 알렸어요. 끝나는 대로 지우고 알려 드려요. 먼저 끝낼 것: { LIST($first) }. 광고는 지금부터 보내지 않아요.
erase-not = 네, 그대로 둘게요. 바뀐 것은 없어요.
erase-withdrawn = 네, 지우지 않을게요. 지워 달라고 하신 것을 거두고 가게에도 알렸어요.

### 손님: 알림

reminder-for-whom = 오실 분: { $whose }
appointment-reminder = { PERSON($name) }, 내일 <b>{ $at }</b> { $service } 예약이에요.{ HAS($with-whom) ->
        [yes] {" "}{ $with-whom }{ JOSA($with-whom, "이/가") } 기다릴게요.
       *[no] {""}
    }
    { $whose }
    { $change }
    — { $shop }
appointment-soon = { PERSON($name) }, 오늘 <b>{ TIME($at) }</b> { $service } 예약이에요. 조금 뒤에 뵐게요.
    { $whose }
    — { $shop }
uncollected = { PERSON($name) }, { DAY($on) }에 다 된 { LIST($items) } 잘 보관하고 있어요. 언제가 편하세요?
    { $hours }
    — { $shop }
things-first-asked = { LIST($items) } 먼저 찾으시겠다고 전했어요. { $due }까지 답해 드려요.
things-first-question = { PERSON($name) }{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    }이 다 된 것부터 먼저 찾고 싶어 하세요: { LIST($items) }
things-first-answer = { $answer ->
        [yes] { LIST($items) } 먼저 찾아가실 수 있게 준비해 둘게요.
       *[no] { LIST($items) }만 먼저 드리기는 어려워요. 다 되면 한 번에 알려 드릴게요.
    }
    { $hours }
things-day-which = 어느 것의 날짜를 바꿀까요?
things-day-ask = 언제로 바꿀까요? 예: 토요일, 토요일 3시
things-day-asked = { LIST($items) } 약속을 <b>{ $to }</b>{ JOSA($to, "으로/로") } 바꿔도 될지 여쭤볼게요. { $due }까지 답해 드려요. 그때까지는 처음 약속 그대로예요.
things-day-question = { PERSON($name) }{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    }이 약속을 바꾸고 싶어 하세요: { LIST($items) }, { HAS($before) ->
        [yes] { $before } → <b>{ $to }</b>
       *[no] <b>{ $to }</b>
    }
things-day-answer = { $answer ->
        [yes] 네, { LIST($items) } <b>{ $to }</b>에 드릴게요.
       *[no] { $to }에는 { LIST($items) } 드리기 어려워요. { HAS($before) ->
            [yes] { $before } 약속은 그대로예요.
           *[no] 다 되면 바로 알려 드릴게요.
        }
    }
    { $contact }
things-sorry = 부탁하신 것의 답이 늦어 죄송해요. 한 번 더 여쭤봤어요. { $due }까지 답해 드려요.
# 답이 없이 때가 된 부탁.
things-ended = { HAS($to) ->
        [yes] { LIST($items) } <b>{ $to }</b>{ JOSA($to, "으로/로") } 바꾸는 부탁에 답을 드리지 못한 채 그날이 되었어요. 죄송해요.
       *[no] { LIST($items) } 먼저 찾으시겠다는 부탁에 답을 드리지 못한 채 약속한 때가 되었어요. 죄송해요.
    } { $contact }
things-late = 부탁에 답하기로 한 시간이 지났어요({ $times }번째). { PERSON($name) }, { LIST($items) }: { HAS($to) ->
        [yes] { HAS($before) ->
            [yes] { $before } → <b>{ $to }</b>
           *[no] <b>{ $to }</b>
        }
       *[no] 다 된 것부터 먼저
    }
things-answered = { PERSON($name) }, { LIST($items) }: { HAS($to) ->
        [yes] { $answer ->
            [yes] 약속을 { $to }{ JOSA($to, "으로/로") } 바꿨어요.
           *[no] { $to }에는 어렵다고 했어요.
        }
       *[no] { $answer ->
            [yes] 먼저 찾아가시게 하기로 했어요.
           *[no] 먼저 드리기는 어렵다고 했어요.
        }
    } { $told ->
        [yes] 손님께 알려 드렸어요.
       *[no] 텔레그램이 닿지 않으니 직접 말씀해 주세요.
    }
fetch-when-thanks = 네, { $when ->
        [this] 이번 주에
        [today] 오늘
        [day] { $at }에
       *[next] 다음 주에
    } 기다릴게요. 잘 보관해 둘게요.
    { $hours }
fetch-when-closed = { $on }{ JOSA($on, "은/는") } 쉬는 날이에요. { $next }부터 열어요. 잘 보관해 둘게요.
booking-confirmed = 네, { $at } { $service } 예약에 기다릴게요.
nth-visit = { PERSON($name) }, 오늘로 { $count }번째 오셨어요. 늘 고맙습니다. 약속드린 대로 { $gift }: 다음에 오실 때 말씀해 주세요.
    — { $shop }
birthday-greeting = { PERSON($name) }, 생일 축하드려요. 기쁜 하루 보내세요.
    — { $shop }
quarter = { PERSON($name) }, 내 계정 정리예요. { DAY($since) }부터 { $count }번 오셨고 모두 { $spent } 내셨어요.
    { $today }
    — { $shop }
quarter-today = 지금 내 것:
    { $rows }
quarter-prepaid = · 선불 잔액 { $amount }
quarter-points = · 포인트 { $points }점{ HAS($ending) ->
        [yes] ({ $ending })
       *[no] {""}
    }
# $earned: 구매하실 때 드린 것이면 yes, 가게가 그냥 드린 것이면 no.
points-end-soon = { PERSON($name) }, { $earned ->
        [yes] 구매하실 때 적립해 드린
       *[no] 저희가 드린
    } 포인트 { $count }점은 { DAY($on) }까지 쓰실 수 있어요. 그 뒤에는 없어져요.
    지금 포인트는 모두 { $total }점이고, 먼저 드린 것부터 쓰여요.
    — { $shop }
prepaid-rests = { PERSON($name) }, 미리 내신 { $amount }{ JOSA($amount, "이/가") } { DAY($since) } 뒤로 그대로 있어요. 기한 없이 쓰실 수 있어요.
    — { $shop }
# $ko와 $en은 같은 메시지예요. 이 말로 읽는 분께는 $ko가 가요.
own-or-house = { HAS($ko) ->
        [yes] { $ko }
       *[no] { $en }
    }
own-text = { $text }
    { $rows }
    — { $shop }
own-value = { $value }
own-values = { LIST($rows) }
own-example-name = 김단골
own-example-service = 커트
own-example-thing = { $preset ->
        [laundry] 와이셔츠
        [salon] 샴푸
        [cafe] 라떼
       *[other] 관람권
    }
reminder-change = 바꾸시려면 오늘 안에 알려 주세요: { $contact }
reminder-tap = 바꾸시려면 { $until }까지 아래를 눌러 주세요.
order-ready = { PERSON($name) }, { LIST($items) } 다 됐어요.
    { $extra }
    { $unpaid }
    { $hours }
    — { $shop }
order-ready-extra = 맡기실 때 보인 ‘{ $defect }’도 손봐 두었어요({ $amount }).
appointment-moved-notice = { PERSON($name) }, { $before } 예약을 <b>{ $at }</b>{ HAS($service) ->
        [yes] {" "}{ $service }
       *[no] {""}
    }{ JOSA($at, "으로/로") } 옮겼어요.
    — { $shop }
appointment-cancelled-notice = { PERSON($name) }, { $at }{ HAS($service) ->
        [yes] {" "}{ $service }
       *[no] {""}
    } 예약을 취소했어요.
    — { $shop }
own-words = { PERSON($name) }, { $text }
    — { $shop }{ HAS($who) ->
        [yes] {" "}{ $who }
       *[no] {""}
    }
# 손으로 보내는 글. 광고에는 코드가 표시와 수신거부를 붙여요.
advertising = { $label } { $shop }, { $contact }
    { $message }
    무료 수신거부: 아래 버튼 또는 ‘거부’라고 답장
advertising-by-hand = { $label } { $shop } { $contact }
    { $message }
    무료 수신거부: 답장으로 ‘거부’ 또는 { $contact }
winback-by-hand = { PERSON($name) }, 평소 { GAP($usual) }마다 오셨는데 { GAP($away) }째라 안부 드려요. 불편하셨던 점이 있으면 편하게 말씀해 주세요.
    — { $shop }{ HAS($who) ->
        [yes] {" "}{ $who }
       *[no] {""}
    }
refresh-ask-by-hand = { PERSON($name) }, { $shop }{ JOSA($shop, "이에요/예요") }. 연락드릴 번호가 이 번호가 맞는지 확인하려고요. 맞으시면 ‘네’ 하고 답장 부탁드려요.{ HAS($gift) ->
        [yes] {" "}확인해 주시면 이 번호로 { $gift }{ JOSA($gift, "을/를") } 보내 드려요.
       *[no] {""}
    }
refresh-gift-by-hand = { PERSON($name) }, 번호를 확인해 주셔서 고맙습니다. 약속드린 { $gift }{ JOSA($gift, "을/를") } 드려요. 오셔서 이 글을 보여 주세요. (선물 { $number }번) — { $shop }
refresh-ask = { PERSON($name) }, { $shop }{ JOSA($shop, "이에요/예요") }. { $detail ->
        [email] { HAS($was) ->
            [yes] 적어 둔 이메일 { $was }{ JOSA($was, "이/가") } 지금도 맞나요?
           *[no] 소식을 드릴 이메일이 아직 없어요. 알려 주시겠어요?
        }
       *[phone] { $dead ->
            [yes] 옛날 번호로 적혀 있어요. { HAS($was) ->
                [yes] 지금은 { $was }인가요?
               *[no] 지금 번호를 알려 주시겠어요?
            }
           *[no] { HAS($was) ->
                [yes] 적어 둔 번호 { $was }{ JOSA($was, "이/가") } 지금도 맞나요?
               *[no] 연락드릴 번호가 아직 없어요. 알려 주시겠어요?
            }
        }
    }{ HAS($gift) ->
        [yes] {" "}확인해 주시면 바로 그곳으로 { $gift }{ JOSA($gift, "을/를") } 보내 드려요.
       *[no] {""}
    }
refresh-give-email = 쓰시는 이메일 주소를 적어 주세요. 그 주소로 여섯 자리 번호를 보내 드릴게요.{ HAS($gift) ->
        [yes] {" "}확인되면 { $gift }{ JOSA($gift, "을/를") } 그 메일로 드려요.
       *[no] {""}
    }
refresh-give-phone = 아래 버튼으로 번호를 보여 주시면 확인돼요.{ HAS($gift) ->
        [yes] {" "}확인되면 { $gift }{ JOSA($gift, "을/를") } 그 번호로 드려요.
       *[no] {""}
    }
refresh-code-sent = { $address }{ JOSA($address, "으로/로") } 여섯 자리 번호를 보냈어요. { $minutes }분 안에 여기에 적어 주세요.
refresh-give-code = 메일로 받으신 여섯 자리 번호를 적어 주세요.
refresh-wrong-code = 그 번호가 아니에요. { $left ->
        [0] 이메일 주소를 다시 적어 주세요.
       *[other] { $left }번 더 해 볼 수 있어요.
    }
refresh-confirmed = 확인됐어요: { $address }.{ HAS($gift) ->
        [yes] {" "}고맙습니다. { $gift }{ JOSA($gift, "을/를") } 방금 그 메일로 보냈어요.
       *[no] {" "}고맙습니다.
    }
refresh-declined = 네, 괜찮아요. 이건 더 여쭤보지 않을게요.
mail-failed = { $address }{ JOSA($address, "으로/로") } 메일을 보내지 못했어요. 주소가 맞는지 봐 주세요.
mail-code-subject = { $shop } 확인 번호
mail-code = { $shop } 확인 번호: { $code }. { $minutes }분 안에 대화방에 적어 주세요. 청하신 적이 없으면 이 메일은 지우셔도 돼요.
mail-gift-subject = { $shop }에서 약속드린 것
mail-gift = { PERSON($name) }, 이메일을 확인해 주셔서 고맙습니다. 약속드린 { $gift }{ JOSA($gift, "을/를") } 드려요. 오셔서 이 메일을 보여 주세요. (선물 { $number }번) — { $shop }
order-late = { PERSON($name) }, { LIST($items) } 약속을 지키지 못하게 됐어요. { HAS($before) ->
        [yes] { $before } 대신 <b>{ $promised }</b>에 드릴게요.
       *[no] <b>{ $promised }</b>에 드릴게요.
    } 까닭: { $reason }. 죄송해요.
    — { $shop }
receipt = { PERSON($name) }, 오늘 와 주셔서 고맙습니다.
    { LIST($items) } { $amount }
    { $unpaid }
    { $promise }
    { $care }
    — { $shop }
# 메시지 끝의 이름. 대답하는 사람과 영업시간까지 적어요.
signed = { $shop }{ HAS($who) ->
        [yes] {" "}{ $who }
       *[no] {""}
    }{ HAS($hours) ->
        [yes] {" "}({ $hours })
       *[no] {""}
    }
receipt-unpaid = 아직 안 내신 금액은 { $amount }{ JOSA($amount, "이에요/예요") }.
receipt-promise = { $promised }까지 해 둘게요.

### 손님: 계산대 안내지

sheet-headline = 휴대폰 카메라로 찍어 보세요
sheet-what = { $preset ->
        [laundry] 맡기신 것이 다 되면 텔레그램으로 알려 드려요. “내 옷 언제 돼요?” 하고 물어보셔도 돼요.
        [salon] 예약을 텔레그램으로 알려 드려요. “예약 언제예요?” 하고 물어보셔도 돼요.
        [theatre] 보신 작품을 텔레그램에서 바로 보고, 초대 소식을 받을지도 직접 정하세요.
       *[other] 텔레그램에서 내 이용 내역을 바로 보고, 바뀐 번호도 직접 고칠 수 있어요.
    }
sheet-how = 찍는 게 어려우시면 텔레그램에서 @{ $bot }{ JOSA($bot, "을/를") } 찾아 주세요.
sheet-free = 쓰지 않으셔도 가게 이용은 그대로예요. 광고는 따로 동의하신 분께만 보내요.

### 사장님: 시작과 도움말

claimed = 환영해요, 사장님. 이제부터 <b>{ $shop }</b>{ JOSA($shop, "을/를") } 함께 돌볼게요. { $example }
start-owner = { $owner ->
        [yes] 사장님, 안녕하세요.
       *[no] 안녕하세요.
    } <b>{ $shop }</b> 손님 { $customers }분, 오늘 연락되는 분 { $reachable }분이에요. 무엇을 도와드릴까요?
help-owner = 이렇게 말씀하시면 돼요:
    { $rows }
owner-says-visit = · { $preset ->
        [laundry] 김수연 와이셔츠 3장 7500
        [salon] 김수연 커트 25000
        [cafe] 김수연 라떼 2잔 11000
       *[other] 김수연 햄릿 2장 60000
    }
owner-says-ready = · 김수연 다 됐어요
owner-says-appointment = · 김수연 금요일 2시 커트 예약
owner-says-lapsed = · 요즘 안 오신 단골 누구예요?
owner-says-days = · 한 달 넘게 안 온 손님
owner-says-find = · 김수연, ㄱㅅㅇ, 6781
owner-says-figures = · { $takings ->
        [yes] 이번 달 매출 얼마야?{" "}
       *[no] {""}
    }손님 몇 분이야?
owner-says-unsent = · 못 보낸 메시지 있어?
owner-says-undo = · 되돌려줘
owner-says-mend = · 아니 2만원이야, 김수연 외상 2만원 받았어, 손님 셋 12000
owner-says-late = · 오늘 거 다 됐어, 김수연 얼룩 때문에 토요일로 늦어져, 김수연 찾아갔어요
owner-says-brief = · 2시 손님?, 김수연 예약 4시로 옮겨줘, 김수연 노쇼
owner-says-prepaid = · 김수연 10만원 충전, 김수연 잔액?
owner-says-narrow = · 그중 연락되는 분만, 1번
owner-says-note = · 메모: 김수연 { $preset ->
        [laundry] 풀 먹이지 말 것
        [salon] 앞머리 짧지 않게
        [cafe] 얼음 적게
       *[other] 통로 자리 좋아하심
    }
owner-says-remind = · 내일 3시에 전화하라고 알려줘
owner-says-day = · 오늘 브리핑{ $takings ->
        [yes] , 이번 주 요약
       *[no] {""}
    }, 이달의 질문{ $owner ->
        [yes] , 브리핑 8시에 보내줘
       *[no] {""}
    }
owner-says-open = · 일요일은 쉬어요, 내일 쉬어요, 쉬는 날 보여줘,{ $preset ->
        [laundry] {" "}코트 관리법: …,
        [salon] {" "}염색 관리법: …,
       *[other] {""}
    } 영수증 문구 보여줘
owner-says-shop = · 가게 설정, 가격표, QR 만들어줘, 계산대 QR, 이상 없어?
owner-says-import = · 손님 명단 엑셀로 넣고 싶어요
# 같은 번호로 찾은 기록을 그 사람에게 열어도 될지 가게에 묻는 말.
link-question = 텔레그램에서 ‘{ $newcomer }’ 님이 <b>{ $name }</b>({ $last4 }) 번호로 본인 확인을 했어요. { $linked-before ->
        [yes] 전에 다른 텔레그램이 연결된 기록이에요.
       *[no] 오신 지 { $days }일이 넘은 기록이에요.
    } 같은 분인가요? 맞다고 하시기 전에는 이 기록을 보여 주지 않아요.
# 가게가 누르지 않아도 열린 기록.
link-proven = ‘{ $newcomer }’ 님 텔레그램에 { PERSON($name) } 기록을 열었어요. 같은 번호이고, { $how ->
        [purchase] 마지막 이용을 맞게 적으셨어요: “{ $said }”
       *[counter] 계산대 QR을 찍으셨어요.
    }
    아니면 { $days }일 안에 되돌려 주세요.
been-here-told = ‘{ $newcomer }’({ $last4 }) 님이 예전에 오셨다며 마지막 이용을 이렇게 적으셨어요: “{ $said }”
    { HAS($name) ->
        [no] 이 번호로 된 다른 기록은 없어요. 다른 번호로 적혀 있을 수 있으니 아시는 분이면 확인해 주세요.
       *[yes] <b>{ $name }</b> 기록과 번호가 같아요. 같은 분인가요? 맞다고 하시기 전에는 이 기록을 보여 주지 않아요.
    }
counter-code = 앞에 계신 손님께 이 화면을 보여 주세요. 본인 번호를 확인한 분이 찍으면, 같은 번호로 닫혀 있던 예전 기록이 바로 열려요. { $minutes }분 동안, 한 분만 쓸 수 있어요.
    { $link }
link-approved = { PERSON($name) } 본인으로 확인했어요. 이제 이 기록을 텔레그램에서 볼 수 있어요.
link-declined = 다른 분으로 두었어요. { PERSON($name) } 기록은 열리지 않았어요.
link-taken-back = 되돌렸어요. { PERSON($name) } 기록은 다시 따로이고, 전에 연결되어 있던 대화방에만 열려요.
link-contested = { PERSON($name) } 기록이 전에 연결되어 있던 분이 본인이 아니라고 하셔서 되돌렸어요. 오시면 얼굴을 보고 확인해 주세요.

### 사장님: 가게 설정

setup-begin = 가게 이야기를 다섯 가지만 여쭤볼게요. 하나씩 건너뛰어도 되고, “그만”이라고 하시면 멈춰요.
    { $question }
# 방금 하신 대답을 읽어 드리고, 이어서 묻는 말.
setup-next = { $answer }

    { $question }
setup-skipped = 네, 나중에 정해도 돼요.
setup-done = { $answer }

    준비가 끝났어요. { $example }
    바꿀 것이 있으면 “가게 설정”이라고 해 주세요.
setup-left = 네, 여기까지 할게요. 적어 주신 것은 그대로 남아 있어요. 나머지는 “가게 설정”이라고 하시면 언제든 정할 수 있어요.
setup-keys = 아래 큰 버튼을 { $kind }에 맞췄어요.
shop-ask-name = 가게 이름이 뭐예요? 예: 맑은세탁
shop-ask-preset = 어떤 가게인가요?
shop-ask-hours = 영업시간을 적어 주세요. 예: 평일 10:00–20:00, 일요일은 쉬어요
shop-ask-prices = 가격표를 한 번에 붙여 넣어 주세요. 한 줄에 하나씩, 이름과 금액이면 돼요.
shop-ask-answered-by = 손님께는 누가 대답하나요? 메시지 끝에 이 이름을 적어요. 예: 김정호
shop-ask-contact = 손님이 전화할 가게 번호를 적어 주세요.
shop-ask-address = 가게 주소를 적어 주세요.
shop-set = { $field }: { HAS($before) ->
        [yes] { $before } → <b>{ $value }</b>
       *[no] <b>{ $value }</b>{ JOSA($value, "으로/로") } 적었어요.
    }
shop-same = { $field }{ JOSA($field, "은/는") } 이미 그렇게 적혀 있어요: { $value }
shop-undone = { HAS($value) ->
        [yes] 되돌렸어요. { $field }: <b>{ $value }</b>
       *[no] 되돌렸어요. { $field }{ JOSA($field, "은/는") } 다시 비워 두었어요.
    }
shop-settings = <b>가게 설정</b>이에요. 바꿀 것의 번호를 눌러 주세요.
    { $rows }
shop-settings-row = { $number }. { $field }: { HAS($value) ->
        [yes] { $value }
       *[no] 아직 없음
    }
shop-value = { HAS($value) ->
        [yes] { $field }: <b>{ $value }</b>
       *[no] { $field }{ JOSA($field, "은/는") } 아직 없어요.
    }
shop-field-name = 가게 이름
shop-field-preset = 가게 종류
shop-field-hours = 영업시간
shop-field-prices = 가격표
shop-field-answered-by = 답하는 사람
shop-field-contact = 가게 번호
shop-field-address = 가게 주소
preset-laundry = 세탁소
preset-salon = 미용실
preset-cafe = 카페
preset-theatre = 극장
price-count = { $count }가지
price-list = <b>가격표</b> { $total }가지예요.
    { $rows }
    { $more }
price-list-none = 아직 가격표가 없어요. 붙여 넣어 주시면 금액을 말씀하지 않아도 제가 채울게요.
price-row = · { $item } { $amount }
price-more = 그 밖에 { $count }가지
price-told = { $item }{ JOSA($item, "은/는") } <b>{ $amount }</b>{ JOSA($amount, "이에요/예요") }.
price-not-listed = { HAS($item) ->
        [yes] { $item } 값은 가격표에 없어요.
       *[no] 적어 둔 가격표가 없어요.
    } 사장님께 여쭤볼까요?
price-not-listed-yet = { $item }{ JOSA($item, "은/는") } 가격표에 없어요. “가격표에 { $item } 15000원 추가해줘”처럼 말씀하시면 적어 둘게요.
prices-read = 가격표에 <b>{ $total }가지</b>를 적었어요.
    { $rows }
    { $more }
    { $not-read }
    { $kept }
prices-not-read = 못 읽은 줄: { LIST($rows) }
prices-not-read-more = 그 밖에 { $count }줄
prices-kept = 적혀 있던 다른 { $count }가지는 그대로 두었어요.
prices-same = 가격표에 이미 그렇게 적혀 있어요.
price-dropped = { $item }{ JOSA($item, "을/를") } 가격표에서 뺐어요({ $amount }).
prices-undone = { $count ->
        [0] 되돌렸어요. 가격표는 다시 비어 있어요.
       *[other] 되돌렸어요. 가격표는 { $count }가지예요.
    }
counter-sheet = 계산대에 둘 안내지예요. A4 종이에 인쇄해 주세요. 손님이 찍으면 이 대화방이 열려요: { $link }

### 사장님: 하루의 시작, 쉬는 날

morning = <b>{ DAY($day) } 브리핑</b>이에요. { $closed } { $nothing }
    { $bookings }
    { $due }
    { $overdue }
    { $waiting }
    { $known }
    { $sending }
closed-day = { HAS($holiday) ->
        [yes] 쉬는 날({ $holiday })이에요.
       *[no] 쉬는 날이에요.
    }
morning-nothing = 오늘 챙길 것도, 기다리는 분도, 보낼 것도 없어요.
morning-bookings = 예약 { $total }: { LIST($rows) }{ $more }
morning-booking-row = { TIME($at) } { $name }{ HAS($service) ->
        [yes] {" "}{ $service }
       *[no] {""}
    }{ $expected ->
        [yes] {" "}✓
       *[no] {""}
    }
morning-due = 오늘 마감 { $total }: { LIST($rows) }{ $more }
morning-overdue = 약속이 지난 것 { $total }: { LIST($rows) }{ $more }
morning-order-row = { $name } { $item }
morning-waiting = 답을 기다리는 분 { $total }: { LIST($rows) }{ $more }
morning-waiting-row = { PERSON($name) }({ $since }부터)
morning-asked-row = { PERSON($name) }(예약 부탁, { $since }부터)
morning-known-row = { TIME($at) } { $name }: { $text }
morning-more = {" "}외 { $count }
morning-sending = 오늘 손님께 보낼 것 { $total }건이에요. 빼려면 번호를 눌러 주세요.
    { $rows }
    { $more }
sendings-more = 그 밖에 { $count }건
morning-sending-row = { $number }. { TIME($at) } { PERSON($name) } · { $why }
coming-appointment = { $at } 예약 알림
coming-ready = { DAY($on) }에 다 된 것 알림
coming-receipt = { DAY($on) } 방문 내역
coming-uncollected = { DAY($on) }에 다 된 것, 언제 오실지 여쭙기
coming-gift = { $count }번째 방문 선물 안내
coming-birthday = 생일 인사(광고로 나가요)
coming-statement = 분기 계정 정리
coming-points-end = { DAY($on) }에 없어질 포인트
coming-prepaid-rests = 오래 쓰지 않은 선불
fetch-when-owner = { PERSON($name) }이 { $when ->
        [this] 이번 주에
        [today] 오늘
        [day] { $at }에
       *[next] 다음 주에
    } 찾으러 오신대요: { LIST($items) }
clock-uncollected = 3주 동안 안 찾아가신 분께 여쭙는 글
clock-birthday = 생일 인사
clock-statement = 분기 계정 정리
hours-before-set = 이제 예약 { $hours }시간 전에도 한 번 더 알려 드릴게요.
hours-before-none = 약속 몇 시간 전에 따로 보내지는 않아요. 손님께는 다 되면 바로, 늦어지면 그때, 오래 안 찾아가시면 한 번 더 알려 드려요.
hours-before-off = 예약 당일 알림은 보내지 않아요. 전날 알림은 그대로예요.
nth-set = 이제 { $count }번째 방문마다 그날 저녁에 알려 드릴게요: “{ $gift }”
nth-off = 방문 선물 안내를 보내지 않아요.
text-of-reminder = 예약 알림
text-of-ready = 완성 알림
text-of-receipt = 저녁 내역
text-of-uncollected = 3주 알림
text-set = 이제 { $what }{ JOSA($what, "은/는") } 이 말로 보낼게요. 다른 언어로 읽는 분께는 원래 말이 가요.
    { HAS($name) ->
        [yes] { PERSON($name) }께 간다면:
       *[no] 아직 적힌 손님이 없어서, 보기로 적으면:
    }
    “{ $preview }”
text-shown = { $what }: { HAS($text) ->
        [yes] “{ $text }”
       *[no] 원래 말 그대로예요.
    }
    바꾸려면 “{ $what } 문구: …”라고 적어 주세요. 넣을 수 있는 것: { LIST($fields) }
sending-settings = <b>손님께 보내는 때와 글</b>이에요. 누르시거나 말씀하시면 바꿔요.
    · 조용한 시간: { HAS($hours) ->
        [yes] { $hours }
       *[no] 따로 없음(광고는 법대로 밤에 안 보내요)
    }
    · 한 분께 광고: { $days ->
        [1] 하루에 하나까지
       *[other] { SPAN($days) }에 한 번까지
    }
    · 직접 쓰신 글: { $count }가지
    { $holidays }
    예: “저녁 8시 이후엔 보내지 마”, “광고는 2주에 한 번만”
texts-shown = 손님께 보내는 글이에요. “{ $example } 문구: …”처럼 바꾸고, “{ $example } 문구 보여줘”로 하나씩 보실 수 있어요.
    { $rows }
text-row = · { $what }: { HAS($text) ->
        [yes] “{ $text }”
       *[no] 원래 말 그대로
    }
text-reset = { $what }{ JOSA($what, "을/를") } 다시 원래 말로 보낼게요.
quiet-set = 이제 { $hours }에는 손님께 먼저 보내지 않아요. 때가 지나지 않았으면 그 뒤에 보내요. 물어보신 것에는 바로 답해요.
quiet-is = { HAS($hours) ->
        [yes] { $hours }에는 손님께 먼저 보내지 않아요. 없애려면 “조용한 시간 없애줘”.
       *[no] 따로 정하신 조용한 시간은 없어요. 광고는 법대로 밤에 보내지 않아요. 정하려면 “밤 9시 이후엔 보내지 마”.
    }
quiet-off = 조용한 시간을 없앴어요. 법으로 정한 밤 시간은 그대로 지켜요.
ads-every-set = 이제 한 분께 광고는 { SPAN($days) }에 한 번까지만 보내요. 답과 꼭 필요한 알림은 그대로 가요.
points-end-set = 포인트는 드린 지 { $months }개월이 되는 달의 마지막 날까지 쓰실 수 있어요. 먼저 드린 것부터 쓰여요.
    { DAY($since) } 전에 드린 것은 그날부터 세고, 없어지기 { $days }일 전에 손님께 알려 드려요.
    그냥 드린 포인트는 광고 수신에 동의하신 분께만 알릴 수 있어요. 알리지 못한 텔레그램 손님의 것은 없애지 않아요.
points-end-off = 포인트에는 기한이 없어요. 없어지지 않고 쌓여요.
ads-every-off = 한 분께 광고는 하루에 하나까지예요. 이보다 자주는 보내지 않아요.
care-set = { $item }: 그날 저녁 내역에 이렇게 덧붙일게요: “{ $text }”
care-off = { $item }: 관리 안내를 덧붙이지 않아요.
care-undone = 되돌렸어요. { $item }: { HAS($text) ->
        [yes] “{ $text }”
       *[no] 관리 안내 없음
    }
coming-other = 메시지
struck = { PERSON($name) }께 가는 { $why }{ JOSA($why, "을/를") } 뺐어요. 보내지 않을게요.
unstruck = 되돌렸어요. { PERSON($name) }께 때가 되면 보낼게요.
week = <b>{ DAY($start) } ~ { DAY($last) } 한 주</b>예요. 방문 { $visits }건, 손님 { $who }, <b>{ $amount }</b>. { $compared }
    { $best }
    { $new }
    { $unpaid }
    { $late }
    { $cases }
    { $sent }
week-compared = 그 전 주{ $early ->
        [yes] {" "}같은 요일까지
       *[no] {""}
    }{ $change ->
        [more] 보다 { $amount } 많아요.
        [less] 보다 { $amount } 적어요.
       *[same] 와 같아요.
    }
week-best = 가장 많은 날: { DAY($day) } { $amount }
week-new = 처음 오신 분 { $count }분
week-unpaid = 아직 못 받은 돈 { $amount }
week-late = 약속한 날을 넘긴 것 { $count }건
week-cases = 답을 기다리는 접수 { $count }건
week-sent = 손님께 먼저 보낸 메시지 { $count }건
month = <b>이달의 질문</b>이에요. { $before }
    손님 세 분께 여쭤보세요: “저희가 잘 못한 게 뭐였나요?”
    { $rows }
    { $failed }
month-before = 지난달에 적어 주신 것: “{ $text }”. 나아졌나요?
month-nobody = 요즘 다녀가신 분이 없어요.
month-row = { $number }. { PERSON($name) }{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    }: { $why }
month-why-complaint = { DAY($on) }에 불편을 말씀하셨어요
month-why-new = { DAY($on) }에 처음 오셨어요
month-why-regular = 1년에 { $count }번 오셨어요
month-ask = 그리고 이번 달에 우리가 못한 것 한 가지를 적어 주세요. 다음 달 카드에 다시 보여 드려요.
month-written = 이번 달에 적어 주신 것: “{ $text }”
month-kept = 적어 두었어요. { DAY($on) }에 다시 보여 드릴게요.
clock-brief = 아침 브리핑
clock-week = 주간 요약
clock-month = 이달의 질문
clock-receipt = 손님 방문 내역
clock-reminder = 예약 전날 알림
clock-closing = 마감 질문
clock-set = 이제 { $what }{ JOSA($what, "은/는") } <b>{ TIME($at) }</b>에 보낼게요.
clock-off = 이제 { $what }{ JOSA($what, "은/는") } 보내지 않을게요. 물어보시면 언제든 보여 드려요.
clock-on = 이제 { $what }{ JOSA($what, "을/를") } 보내 드릴게요.
clock-undone = 되돌렸어요. { $what }: 다시 { TIME($at) }
clocks-undone = 되돌렸어요. { HAS($off) ->
        [yes] 보내지 않는 것: { LIST($off) }
       *[no] 모두 보내 드려요.
    }
days-closed = { HAS($also) ->
        [yes] { DAY($on) }{ HAS($last) ->
            [yes] {" "}~ { DAY($last) }
           *[no] {""}
        }, { LIST($also) },
       *[no] { HAS($last) ->
            [yes] { DAY($on) } ~ { DAY($last) } 동안
           *[no] { DAY($on) },
        }
    } 쉬는 날로 적었어요. 물어보시는 손님께 그렇게 답할게요.
    { $busy }
days-closed-busy = 그런데 그때 { HAS($bookings) ->
        [yes] 예약이 { $bookings }건{ HAS($promised) ->
            [yes] , 약속한 것이 { $promised }건
           *[no] {""}
        }
       *[no] 약속한 것이 { $promised }건
    } 있어요. 옮길 것이 있으면 말씀해 주세요.
days-also = { DAY($on) }{ HAS($last) ->
        [yes] {" "}~ { DAY($last) }
       *[no] {""}
    }
half-day-which = { DAY($on) }{ HAS($last) ->
        [yes] {" "}~ { DAY($last) }
       *[no] {""}
    }{ HAS($also) ->
        [yes] , { LIST($also) }
       *[no] {""}
    }에는 언제 여세요? “24일은 14시까지만 해요”처럼 말씀하셔도 돼요. 아직 바꾸지 않았어요.
button-half-am = 12시까지
button-half-pm = 12시부터
days-open = { DAY($on) }{ HAS($last) ->
        [yes] {" "}~ { DAY($last) }
       *[no] {""}
    }{ HAS($also) ->
        [yes] , { LIST($also) }
       *[no] {""}
    }에는 문을 여는 것으로 적었어요.{ HAS($hours) ->
        [yes] {" "}{ $hours }
       *[no] {""}
    }
    { $busy }
closing-notice = { PERSON($name) }, { DAY($on) }{ HAS($last) ->
        [yes] {" "}~ { DAY($last) }
       *[no] {""}
    }{ HAS($hours) ->
        [yes] 에는 { $hours }에만 열어요.
       *[no] 에는 쉬어요.
    }
    { $rows }
    { $next }
    — { $shop }
closing-next = 다시 여는 날은 { DAY($on) }{ JOSA(DAY($on), "이에요/예요") }.
closing-booked = · { $at }{ HAS($service) ->
        [yes] {" "}{ $service }
       *[no] {""}
    } 예약은 다른 때로 옮겨 주세요. 죄송해요.
closing-promised = · { LIST($items) }: 이때 드리기로 했는데 찾으실 수 없어요. 죄송해요.
closing-waiting = · { LIST($items) }: 다 되어 있어요. 쉬는 날을 피해서 찾으러 와 주세요.
closing-look = { DAY($on) }{ HAS($last) ->
        [yes] {" "}~ { DAY($last) }
       *[no] {""}
    } 쉬는 것이 해당되는 분은 { $total }분이에요.
    { $rows }
    { $more }
    { HAS($bot) ->
        [yes] { HAS($hand) ->
            [yes] 제가 { $bot }분께 보내고, { $hand }분께는 직접 보내실 글을 만들어요.
           *[no] 제가 { $bot }분께 보내요.
        }
       *[no] { HAS($hand) ->
            [yes] { $hand }분께 직접 보내실 글을 만들어요.
           *[no] 다만 연락할 길이 있는 분이 없어요.
        }
    } 잡아 둔 약속에 관한 안내라 광고가 아니에요. 모두에게 보내면 광고예요.
    <i>{ $message }</i>
closing-row = · { PERSON($name) }{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    }: { LIST($what) }
closing-others = 그 밖에 { $count }분
closing-why-booked = { $at }{ HAS($service) ->
        [yes] {" "}{ $service }
       *[no] {""}
    } 예약
closing-why-promised = { LIST($items) } 약속
closing-why-waiting = { LIST($items) } 찾아갈 것
closing-told = { HAS($planned) ->
        [yes] { $planned }분께 알려요.
       *[no] {""}
    }{ HAS($drafts) ->
        [yes] {" "}{ $drafts }분께 직접 보내실 글을 만들었어요.
       *[no] {""}
    }{ HAS($left) ->
        [yes] {" "}{ $left }분은 벌써 들으셨거나 연락할 길이 없어요.
       *[no] {""}
    }
closing-untold = 알리지 않았어요. 물어보시는 분께는 그대로 답해요.
closing-nobody = { DAY($on) }{ HAS($last) ->
        [yes] {" "}~ { DAY($last) }
       *[no] {""}
    }{ HAS($also) ->
        [yes] , { LIST($also) }
       *[no] {""}
    }에 잡아 둔 것이 있는 분이 없어서 알릴 분이 없어요. 모두에게 한꺼번에 보내지는 않아요. 휴무 안내도 법에서 광고로 봐요. 물어보시는 분께는 제가 그대로 답해요.
closing-none-named = 적어 둔 쉬는 날이 없어요. “금요일에 쉰다고 손님들께 알려줘”처럼 날을 말씀해 주세요.
button-closing-tell = 해당되는 분께 알리기
button-closing-tell-day = { DAY($on) } 알리기
button-closing-send = 보내기
clocks = <b>저절로 오는 것</b>이에요. 바꿀 것의 번호를 눌러 주세요.
    { $rows }
clock-row = { $number }. { $what }: { $state }
clock-one = { $what }: { $state }
clock-state-at = { TIME($at) }
clock-state-on = { $what ->
        [week] 월요일 브리핑 때
        [month] 매달 1일 브리핑 때
       *[other] 보내요
    }
clock-state-off = 안 보내요
weekdays-ask = 어느 요일을 바꿀까요? 누르시면 매주 그렇게 적어요.
dates-ask = 어느 날을 바꿀까요? 누르시면 그날만 바뀌어요. 더 먼 날은 “12월 24일부터 26일까지 휴가예요”처럼 말씀해 주세요.
hours-from-ask = 몇 시에 여세요? 다른 시각은 “9시 반부터 7시까지 영업해요”처럼 말씀해 주세요.
hours-until-ask = { TIME($at) }에 여시면, 몇 시에 닫으세요?
button-clocks = 오는 것과 시각
button-open-days = 여는 날과 시간
button-days-week = 쉬는 요일
button-days-off = 쉬는 날
button-days-hours = 여는 시간
button-hour = { TIME($at) }
button-turn = { $state ->
        [on] 켜기
       *[off] 끄기
    }
button-weekday-turn = { $day } { $state ->
        [open] 열기
       *[closed] 쉬기
    }
button-date-turn = { DAY($on) } { $state ->
        [open] 열기
       *[closed] 쉬기
    }
days-undone = 되돌렸어요.
    { $week }
holidays-closed = 이제 공휴일은 쉬는 날이에요.
    { $rows }
holidays-open = 이제 공휴일에도 여는 것으로 적었어요.
    { $rows }
open-week = <b>여는 날, 쉬는 날</b>이에요.
    { $rows }
    { $later }
    { $holidays }
    { $unread }
open-row = · { DAY($day) } { $state ->
        [closed] 쉬어요{ HAS($holiday) ->
            [yes] {" "}({ $holiday })
           *[no] {""}
        }
        [open] { HAS($hours) ->
            [yes] { $hours }
           *[no] 열어요
        }
       *[unknown] 아직 몰라요
    }
open-later = 그 뒤에 쉬는 날:
    { $rows }
open-holidays = { $free ->
        [yes] 공휴일은 쉬어요.
       *[no] 공휴일에도 열어요. 쉬시면 “공휴일은 쉬어요”라고 해 주세요.
    }
open-unread = 적어 두신 영업시간 “{ $text }”{ JOSA($text, "은/는") } 요일별로 읽지 못했어요. “평일은 10시부터 8시까지, 일요일은 쉬어요”처럼 말씀해 주세요.

### 사장님: 누가 안 오시나

lapsed-lately = { $total ->
        [0] 평소보다 늦은 { $regulars ->
            [yes] 단골이
           *[no] 손님이
        } 없어요.
       *[other] 평소보다 늦은 { $regulars ->
            [yes] 단골
           *[no] 손님
        } <b>{ $total }분</b>이에요.
    }
    { $rows }
    { $page }
    { $reach }
    { $rule }
    { $left-out }
lapsed-days = { $total ->
        [0] { GAP($days) } 넘게 안 오신 { $regulars ->
            [yes] 단골이
           *[no] 손님이
        } 없어요.
       *[other] { GAP($days) } 넘게 안 오신 { $regulars ->
            [yes] 단골
           *[no] 손님
        } <b>{ $total }분</b>이에요.
    }
    { $rows }
    { $page }
    { $reach }
    { $rule }
    { $left-out }
lapsed-row = { $number }. { PERSON($name) }{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    }: 평소 { GAP($usual) }, { GAP($away) }째 · { $reached }
lapsed-row-rhythm-unknown = { $number }. { PERSON($name) }{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    }: 마지막 { DAY($last) }, { GAP($away) }째 · { $reached }
lapsed-rule-lately = 기준: 각자 가장 길던 간격의 { $times }배보다 오래 안 오신 분{ $regulars ->
        [yes] {" "}가운데 단골({ SPAN($regular-days) }에 { $visits }번 이상)이에요.
       *[no] 이에요. 단골({ SPAN($regular-days) }에 { $visits }번 이상)부터 보여요.
    }
lapsed-rule-days = 기준: 마지막 방문이 { DAY($before) } 전인 { $regulars ->
        [yes] 단골({ SPAN($regular-days) }에 { $visits }번 이상)이에요.
       *[no] 분이에요. 단골({ SPAN($regular-days) }에 { $visits }번 이상)부터 보여요.
    }
lapsed-left-out = 다녀가신 { $checked }분 가운데 뺀 분: 주기를 아직 모르는 { $unknown }분({ $needed }번 미만), { SPAN($lost-days) } 넘게 안 오신 { $lost }분{ $others ->
        [0] {""}
       *[other] , 단골이 아닌 { $others }분
    }.
lapsed-left-out-days = 뺀 분: 방문 기록이 없는 { $never }분{ $others ->
        [0] {""}
       *[other] , 단골이 아닌 { $others }분
    }.
# 목록의 손님 가운데 오늘 연락할 수 있는 분.
reach = 오늘 연락되는 분: { $total }분 중 { $reachable }분 (텔레그램 { $telegram }, 전화 { $phone }).
reach-telegram = 텔레그램
reach-phone = 전화
reach-none = 연락처 없음
page = { $from }–{ $to } / 모두 { $total }
list-ends = 더 없어요. 목록은 여기까지예요.
how-many = 손님 <b>{ $total }분</b>, 오늘 연락되는 분 { $reachable }분이에요 (텔레그램 { $telegram }, 전화 { $phone }).
    기준: 이름을 적어 둔 분이에요{ $asked ->
        [0] {""}
       *[other] (문의만 하신 { $asked }분 포함)
    }.{ $others ->
        [0] {""}
       *[other] {" "}번호가 없거나 옛 번호거나 봇을 막아 연락되지 않는 { $others }분도 세었어요.
    }

### 사장님: 손님 찾기

find-ask = 어느 손님을 찾을까요? 이름, 초성(ㄱㅅㅇ), 끝번호 네 자리로 찾을 수 있어요.
find-none = ‘{ $query }’{ JOSA($query, "으로/로") } 찾은 손님이 없어요. 초성(ㄱㅅㅇ)이나 끝번호 네 자리로도 찾아보세요.
find-many = ‘{ $query }’ 손님이 { $total }분이에요. 어느 분일까요?{ $more ->
        [0] {""}
       *[other] {" "}버튼에 없는 { $more }분은 이름이나 끝번호를 더 적어 주세요.
    }
find-near = ‘{ $query }’ 손님은 없어요. 혹시 이분인가요?{ $more ->
        [0] {""}
       *[other] {" "}비슷한 분이 { $more }분 더 있어요.
    }
find-which = 어느 분일까요?
find-number-new = { $phone }, 아무에게도 없는 번호예요. ‘{ $query }’ 손님 가운데 어느 분일까요?
find-number-other = { $phone }{ JOSA($phone, "은/는") } 다른 이름으로 적힌 번호예요. 이분인가요?
find-new = ‘{ $name }’ 손님은 처음이에요. 새로 적을까요?
# 누구인지 고르는 버튼. $detail은 그 사람만의 특징이에요.
pick-person = { $name } { $last4 }{ HAS($detail) ->
        [yes] {" "}· { $detail }
       *[no] {""}
    }
pick-detail-visit = { DAY($on) } { $item }
pick-detail-new = 아직 방문 없음
# 목록의 몇 번째 줄인지만 적힌 버튼.
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
        [dead] {" "}(옛 번호라 연락 안 됨)
       *[other] {""}
    }
card-phone-candidate = { PHONE($phone) } (옛 번호라 연락 안 됨). 옛 규칙대로면 { PHONE($candidate) }{ JOSA(PHONE($candidate), "이에요/예요") }. 오시면 맞는지 여쭤보세요.
card-phone-confirmed = { PHONE($phone) }{ $kind ->
        [dead] {" "}(옛 번호라 연락 안 됨)
       *[other] {""}
    } · { DAY($on) } { $who } 확인
card-no-phone = 전화번호 없음
# 다른 글에 붙여 넣을 번호.
phone-alone = { PHONE($phone) }
card-reach = 연락: { $reached }{ HAS($email) ->
        [yes] {" "}· { $email }
       *[no] {""}
    }
card-visits = { DAY($since) }부터 { $count }번 오셨어요{ HAS($spent) ->
        [yes] {" "}(모두 { $spent })
       *[no] {""}
    }. 마지막 { DAY($last) }{ HAS($items) ->
        [yes] {" "}{ LIST($items) }
       *[no] {""}
    }, { $away ->
        [0] 오늘
       *[other] { GAP($away) } 전
    }.
card-no-visits = 아직 방문 기록이 없어요.
card-quiet = 조용히 응대해 달라고 하셨어요.

### 사장님: 사진

photo-kept = { PERSON($name) }{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    } 사진{ HAS($count) ->
        [yes] {" "}{ $count }장을
       *[no] 들을
    } 두었어요. { HAS($on) ->
        [yes] { DAY($on) } { LIST($items) }{ $here ->
            [yes] {" "}(맡아 둔 것)
           *[no] {""}
        }
       *[no] {""}
    }
photo-with-visit = 사진{ HAS($count) ->
        [yes] {" "}{ $count }장도
       *[no] 들도
    } 함께 두었어요.
photo-whose = { HAS($query) ->
        [yes] “{ $query }” 손님을 찾지 못했어요.{" "}
       *[no] {""}
    }누구의 사진인가요? 이름이나 번호 끝 네 자리를 적어 주세요.
photo-undone = 되돌렸어요. { PERSON($name) } 사진 { $count }장을 지웠어요.
guardian-kept = { PERSON($name) }{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    } 보호자 { PERSON($guardian) }의 동의를 적어 두었어요({ $how ->
        [phone] 전화로
        [message] 문자로
        [document] 서류로
       *[person] 직접 뵙고
    } 확인). 이제 생일을 적을 수 있어요.
guardian-undone = 되돌렸어요. { PERSON($name) } 보호자 { PERSON($guardian) }의 동의 기록을 지웠어요.
card-rhythm = 평소 { GAP($usual) }마다{ $one ->
        [yes] {""}
       *[no] ({ $from }~{ $to }일)
    }{ $late ->
        [yes] , 지금은 평소보다 늦으세요.
       *[no] {" "}오세요.
    }
card-rhythm-unknown = 주기는 아직 몰라요({ $needed }번부터 알 수 있어요).
card-order = · { $order }
card-unpaid = 받을 돈 { $amount }
card-appointment = 예약: { $at }{ HAS($service) ->
        [yes] {" "}{ $service }
       *[no] {""}
    }
card-note = 메모: { $note }
card-preferences = 손님 말씀: { LIST($rows) }

### 사장님: 방문 적기

visit-recorded = { $heading }
    <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] ({ $last4 })
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
        [1] 첫 방문이에요.
       *[other] { $nth }번째예요.
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
# 금액을 말하지 않으면 가격표가 채워요.
visit-priced = 금액은 가격표에서 가져왔어요.
visit-unpriced = 가격표에 없어서 금액에 넣지 않은 것: { LIST($items) }
visit-unsure = 이렇게 적을까요? <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    }{ HAS($items) ->
        [yes] {" "}{ LIST($items) }
       *[no] {""}
    }{ HAS($amount) ->
        [yes] {" "}{ $amount }
       *[no] {""}
    }{ HAS($on) ->
        [yes] {" "}{ DAY($on) } 방문
       *[no] {""}
    }
visit-since = 지난번에서 { GAP($days) }(평소 { $one ->
        [yes] { $from }일
       *[no] { $from }~{ $to }일
    }).
visit-since-rhythm-unknown = 지난번에서 { GAP($days) }(평소 간격은 아직 몰라요).
visit-promised = 약속: { $promised } { $closed }
promised-closed = 그날은 쉬는 날이에요.
visit-on = { DAY($on) } 방문으로 적었어요.
visit-same-day = 같은 날 적은 방문이 또 있어요. 두 번 적으셨으면 되돌려 주세요.
visit-new-customer = 새 손님으로 적었어요.{ HAS($last4) ->
        [yes] {""}
       *[no] {" "}전화번호는 아직 몰라요.
    }
paid-by-card = 카드
paid-by-cash = 현금
paid-by-transfer = 이체
paid-by-nobody-yet = 외상
visit-undone = 되돌렸어요: { PERSON($name) }{ HAS($items) ->
        [yes] {" "}{ LIST($items) }
       *[no] {""}
    }{ HAS($amount) ->
        [yes] {" "}{ $amount }
       *[no] {""}
    }, { DAY($on) }
    { $gone }
visit-undone-person = 새로 적었던 손님도 지웠어요.
note-added = <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    } 메모: { $note }
    { $health }
note-health = 건강에 관한 말({ LIST($words) })이 있어요. 꼭 필요한 것만 남겨 주세요. 손님도 이 메모를 볼 수 있어요.
note-undone = 되돌렸어요. { PERSON($name) } 메모: { HAS($note) ->
        [yes] { $note }
       *[no] 없음
    }
remind-made = { $at }에 알려 드릴게요: { $about }
remind-undone = 되돌렸어요. { $at }에 알려 드리지 않을게요: { $about }
reminder = 말씀하신 알림이에요({ $at }): { $about }
message-preview = { PERSON($name) }{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    }께 이렇게 보낼까요?

    { $message }
message-sent = { PERSON($name) }{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    }께 30초 뒤에 보내요(밤에는 아침에). 그 전에는 되돌릴 수 있어요.
message-undone = 되돌렸어요. { PERSON($name) }께 보내지 않아요: { $text }
draft-by-hand = { PERSON($name) }{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    }께 보낼 글이에요. 복사해서 카카오톡이나 문자로 보내고 “보냈어요”를 눌러 주세요{ HAS($phone) ->
        [yes] : { PHONE($phone) }
       *[no] .
    }{ $selling ->
        [yes] {" "}광고라서 21시부터 8시까지는 보낼 수 없어요.
       *[no] {""}
    }

    { $message }
as-written = { $text }
sent-by-hand = { $undone ->
        [yes] 되돌렸어요. { PERSON($name) }{ HAS($last4) ->
            [yes] ({ $last4 })
           *[no] {""}
        }께 아직 안 보낸 것으로 적었어요.
       *[no] { PERSON($name) }{ HAS($last4) ->
            [yes] ({ $last4 })
           *[no] {""}
        }께 보낸 것으로 적었어요. 다른 메시지와 똑같이 세어요.
    }
draft-left = { PERSON($name) }{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    }께 보낼 초안을 치웠어요.
refresh-counts = 다시 확인할 분 <b>{ $total }분</b>:
    { $causes }
    확인된 { $detail } { $good }분. 물어볼 길: 텔레그램 { $telegram }, 사장님 문자 { $phone }, 오실 때 { $at-visit }.
    기준: { $months }개월 넘게 확인 안 된 것. { $detail }{ JOSA($detail, "을/를") } 확인해 달라고 며칠에 나누어 여쭤볼까요?
refresh-cause-count = · { $cause } { $count }분
refresh-cause-dead = 옛 번호(011, 016~019)
refresh-cause-blocked = 봇을 막은 분
refresh-cause-missing = { $detail } 없음
refresh-cause-old = { $detail } 확인이 오래됨
refresh-nothing-old = 다시 확인할 { $detail }{ JOSA($detail, "이/가") } 없어요. 확인된 분 { $good }분.
refresh-people = 다시 확인할 <b>{ $total }분</b>이에요.
    { $rows }
    { $page }
refresh-person = { $number }. { PERSON($name) }{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    }: { $cause } · { $reached }
refresh-ask-gift = { $detail }{ JOSA($detail, "을/를") } 확인해 주신 분께 무엇을 드릴까요? 한 줄로 적어 주세요. 예: 아메리카노 한 잔
    선물은 방금 확인된 그 번호나 메일로만 나가요.
refresh-proposal = 이렇게 할까요? { $detail } 확인 부탁, 하루 { $a-day }분씩.
    대상 { $total }분: 텔레그램 { $telegram }, 사장님 문자(초안을 드려요) { $phone }, 오실 때 { $at-visit }.
    { HAS($gift) ->
        [yes] 선물: { $gift }. 광고에 동의하신 분께는 먼저 말씀드리고, 다른 분께는 확인을 시작하실 때 말씀드려요. 사장님 문자로는 동의하신 분께만 드려요.
       *[no] 선물은 없어요.
    }
    같은 분께는 { $months }개월 안에 다시 묻지 않고, 싫다고 하신 분께는 더 묻지 않아요.
months-old-set = { $months }개월 넘게 확인 안 된 것을 오래된 것으로 볼게요.
months-again-set = 같은 분께는 { $months }개월 안에 다시 묻지 않을게요.
button-months-old = { $months }개월 기준
button-months-again = { $months }개월에 한 번
refresh-card = <b>{ $detail } 확인</b>{ $running ->
        [yes] {" "}(하루 { $a-day }분씩 묻는 중)
       *[no] {" "}(멈춤)
    }
    물어본 분 { $asked }: 확인 { $confirmed }, 기다림 { $unanswered }, 싫다고 하시거나 틀린 번호 { $declined }.
    확인된 { $detail }: { $good-before } → <b>{ $good }</b>분. 다시 확인할 분: { $before } → { $stale }분.
    { HAS($gift) ->
        [yes] 선물: { $gift }
       *[no] {""}
    }
refresh-never = 아직 연락처 확인을 부탁한 적이 없어요. “옛날 연락처 정리하자”라고 말씀해 주세요.
refresh-by-hand-due = 번호 확인을 부탁할 문자 초안 { $count }개를 만들어 두었어요. 복사해서 보내고 “보냈어요”를 눌러 주세요. 답이 오면 “연락처 정리 어떻게 됐어?”에서 적을 수 있어요.
points-by-hand-due = 봇이 닿지 않는 분께, 곧 없어질 포인트를 알리는 글 { $count }개를 써 두었어요. 문자로 보내거나 전화로 알려 드리고 “보냈어요”를 눌러 주세요. 그때까지는 포인트가 없어지지 않아요.
refresh-gift-due = { PERSON($name) }{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    }{ JOSA(PERSON($name), "이/가") } 번호를 확인해 주셨어요. 약속한 선물 글을 그 번호로 보내 주세요.
refresh-hand-waiting = 문자로 여쭙고 답을 기다리는 <b>{ $total }분</b>이에요. 답이 온 분의 번호를 눌러 주세요.
    { $rows }
    { $page }
refresh-hand-row = { $number }. { PERSON($name) }{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    }: { $at }부터
refresh-what-answered = { PERSON($name) }{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    }께서 뭐라고 하셨나요?
refresh-number-holds = { PERSON($name) }{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    } 번호를 오늘 확인된 것으로 적었어요.
refresh-number-wrong = { PERSON($name) }{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    } 번호는 확인되지 않은 것으로 적었어요. 선물은 나가지 않아요. 오시면 여쭤보세요.
invite = 초대할 만한 분 <b>{ $total }분</b>: 보낼 수 있음 { $may }, 연락처 없음 { $no-contact }, 동의 없음·거부 { $no-consent }(거부 { $refused }).
    { $rows }
    { $page }
    { $followed }
    { $rule }
    { $by-hand ->
        [0] {""}
       *[other] 보낼 수 있는 분 가운데 { $by-hand }분은 사장님 문자로, 나머지는 텔레그램으로.
    }
    { $lists }
invite-row = { $number }. { PERSON($name) }{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    }: { $shows }편, 마지막 { DAY($last) } · { $may }
invite-may = 보낼 수 있음
invite-no-contact = 연락처 없음
invite-refused = 거부
invite-not-asked = 동의 전
invite-followed = { $count }분은 { $name } 작품만 보셨어요.
invite-rule = 기준: { $months }개월 동안 서로 다른 작품을 { $shows }편 이상 보신 분. “1년 동안 5편 이상 본 단골”처럼 바꿔 물으셔도 돼요.
invite-nobody = 초대할 만한 분이 아직 없어요. { $rule }
invite-ticket-lists = 예매처 명단의 번호는, 로비 QR로 연결하고 동의하시기 전에는 초대에 쓰지 않아요.
invite-lists = { $own ->
        [yes] 파일로 들여온 명단을 우리 가게가 직접 받은 것으로 적었어요.
       *[no] 파일로 들여온 명단을 예매처에서 온 것으로 적었어요. 그 번호는 로비 QR로 연결하고 동의하시기 전에는 광고와 초대에 쓰지 않아요.
    }
idea-notice = 손님 의견: “{ $text }” · { $count }표. { DAY($on) }까지 답을 약속했어요. 누가 표를 줬는지는 보이지 않아요.
ideas-none = 지금 답을 기다리는 의견이 없어요.
ideas-waiting = 답을 기다리는 의견 <b>{ $total }가지</b>예요. 번호를 누르면 정할 수 있어요.
    { $rows }
idea-row = { $number }. “{ $text }” { $count }표, { DAY($on) }까지
idea-ask-reason = “{ $text }” { $yes ->
        [yes] 하기로 하셨네요. 언제부터 어떻게 할지 한 줄로 적어 주세요. 표를 주신 분께 그대로 전해요.
       *[no] 하지 않기로 하셨네요. 까닭을 한 줄로 적어 주세요. 표를 주신 분께 그대로 전해요.
    }
idea-told = “{ $text }” { $yes ->
        [yes] 하기로
       *[no] 하지 않기로
    } 정했어요. { $count }분께 알려요: { $reason }
drafts-none = 보내기를 기다리는 초안이 없어요.
drafts-waiting = 아직 “보냈어요”를 누르지 않은 초안 <b>{ $total }개</b>예요. 번호를 누르면 다시 볼 수 있어요.
    { $rows }
    { $page }
draft-row = { $number }. { PERSON($name) }{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    }: { $at }에 만듦
draft-needs-consent = { PERSON($person) }{ JOSA(PERSON($person), "은/는") } 광고 수신에 동의하신 적이 없어서 안부 글을 만들지 않았어요.
    다만 여섯 달 안에 다녀간 분께는 법이 같은 종류의 안내를 허락해요(정보통신망법 50조 1항 1호). “(광고)” 표시와 수신거부 안내는 그대로 붙고, 거부하신 분은 빠져요. 그렇게 할까요?
recent-deals = { $on ->
        [yes] 여섯 달 안에 다녀간 분께도 안부 초안을 만들 수 있어요. 다시 “초안”을 눌러 주세요. 거부하신 분은 빠져요.
       *[no] 이제 동의하신 분께만 안부 초안을 만들어요.
    }
narrowed = { $total ->
        [0] 그 { $of }분 가운데 맞는 분이 없어요.
       *[other] 그 { $of }분 가운데 <b>{ $total }분</b>이에요.
    }
narrowed-row = { $number }. { PERSON($name) }{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    } 모두 { $spent } · { $reached }
narrowed-rule = 기준: { LIST($rows) }.
narrow-reachable = 오늘 연락되는 분
narrow-unreached = 오늘 연락되지 않는 분
narrow-telegram = 텔레그램이 되는 분
narrow-phone = 전화로 연락되는 분
narrow-advertising = 광고를 받겠다고 하신 분
narrow-regulars = 단골
narrow-over = 지금까지 { $amount } 넘게 쓰신 분
narrow-under = 지금까지 { $amount }보다 적게 쓰신 분
prepaid-charged = <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    } 선불 { $amount } 받았어요. 잔액 <b>{ $balance }</b>
    { $new }
prepaid-refunded = <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    } 선불 { $amount } 돌려드린 것으로 적었어요. 잔액 <b>{ $balance }</b>
detail-set = <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    } { $detail }{ $same ->
        [yes] { JOSA($detail, "은/는")} 이미 <b>{ $value }</b>{ JOSA($value, "이에요/예요") }. 오늘 확인한 것으로 적었어요.
       *[no] { JOSA($detail, "을/를")} 적었어요: { HAS($before) ->
            [yes] { $before } → <b>{ $value }</b>
           *[no] <b>{ $value }</b>
        }
    }
detail-emptied = <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    } { $detail }{ $same ->
        [yes] { JOSA($detail, "은/는")} 적힌 것이 없어요.
       *[no] { JOSA($detail, "을/를")} 지웠어요: { $before }
    }
detail-undone = 되돌렸어요: { PERSON($name) }{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    } { $detail } { HAS($value) ->
        [yes] { $value }
       *[no] 적힌 것 없음
    }
detail-of-other = 그 번호는 { PERSON($holder) } 번호로 적혀 있어서 { PERSON($name) }{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    }께 적지 않았어요. 같은 분이면 “{ $name } { $holder } 같은 사람이야”라고 해 주세요.
detail-offered = { PERSON($name) }{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    } 번호를 { $value }{ JOSA($value, "으로/로") } 적을까요? 아직 안 적었어요.
looks-at-one = <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    } 기록을 { $total ->
        [0] 아직 아무도 보지 않았어요.
       *[other] 가게에서 { $total }번 봤어요.
    }
    { $rows }
prepaid-balance = { PERSON($name) }{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    } 선불 잔액 <b>{ $balance }</b>{ JOSA($balance, "이에요/예요") }.
tab-owed = { PERSON($name) }{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    }{ HAS($amount) ->
        [yes] {" "}받을 돈 <b>{ $amount }</b>{ JOSA($amount, "이에요/예요") }.
       *[no] {""}, 받을 돈이 없어요.
    }
prepaid-undone = 되돌렸어요: { PERSON($name) } 선불 { $amount }. 잔액 { $balance }
visit-prepaid-left = 선불에서 뺐어요. 잔액 { $amount }
card-prepaid = 선불 잔액 { $amount }
card-points = 포인트 { $count }점{ HAS($ending) ->
        [yes] ({ $ending })
       *[no] {""}
    }
points-ending = { $all ->
        [yes] {""}
       *[no] { $count }점은{" "}
    }{ DAY($on) }까지
points-given = <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    } 포인트 { $count }점을 { $used ->
        [yes] 썼어요.
       *[no] 드렸어요.
    } 남은 포인트 { $rest }점
points-balance = { PERSON($name) }{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    } 포인트 <b>{ $count }점</b>이에요{ HAS($ending) ->
        [yes] ({ $ending })
       *[no] {""}
    }.
points-undone = 되돌렸어요. { PERSON($name) } 포인트 { $count }점
keys-changed = 아래 큰 버튼도 바꿨어요.
keys-renewed = 아래 큰 버튼이 바뀌었어요.
part-switched = { $part }{ JOSA($part, "은/는") } { $same ->
        [yes] 이미 { $on ->
            [yes] 켜져
           *[no] 꺼져
        } 있어요.
       *[no] { $on ->
            [yes] 이제 켜져 있어요.
           *[no] 이제 꺼 두었어요. 다시 켜실 때까지 말하지 않을게요.
        }
    }
part-undone = 되돌렸어요. { $part }: { $on ->
        [yes] 켜짐
       *[no] 꺼짐
    }
part-orders = 맡기기
part-appointments = 예약
part-prepaid = 선불
part-points = 포인트
part-invitations = 초대
closing-ask = 오늘 적힌 것은 방문 { $visits }건, { $amount }{ HAS($unpaid) ->
        [yes] (받을 돈 { $unpaid })
       *[no] {""}
    }{ JOSA($amount, "이에요/예요") }. 오늘 빠진 손님 있나요? 한 줄로 적어 주세요. 예: { $preset ->
        [laundry] 박민수 바지 2장 9000, 이영희 코트 1벌 15000
        [salon] 박민수 커트 25000, 이영희 염색 80000
        [cafe] 박민수 라떼 2잔 11000, 이영희 케이크 1개 6500
       *[other] 박민수 햄릿 2장 60000, 이영희 햄릿 1장 30000
    }
    없으면 “없어요”라고 해 주세요.
closing-more = 더 빠진 손님 있나요? 없으면 “없어요”라고 해 주세요.
closing-unread = 방금 말씀은 못 알아들어서 적지 않았어요. 이름과 품목, 금액을 한 줄로 다시 적어 주세요.
    { closing-more }
closing-left-out = ‘{ $name }’ 손님은 어느 분인지 몰라서 적지 않았어요.
closing-greeted = 안녕하세요, 사장님! 오늘 빠진 손님이 있나요? 없으면 “없어요”, 다음에 알려 주시려면 “나중에”라고 해 주세요.
closing-later = 네, 나중에 말씀해 주세요. 오늘은 방문 { $visits }건, { $amount }까지 적혀 있어요. 지난 날 것도 날짜만 붙이면 돼요. 예: { $preset ->
        [laundry] 어제 박민수 바지 2장 9000
        [salon] 어제 박민수 커트 25000
        [cafe] 어제 박민수 라떼 2잔 11000
       *[other] 어제 박민수 햄릿 2장 60000
    }
closing-done = 오늘은 방문 { $visits }건, { $amount }{ HAS($unpaid) ->
        [yes] (받을 돈 { $unpaid })
       *[no] {""}
    }{ JOSA($amount, "으로/로") } 마감했어요. 수고하셨어요.
staff-invite = 이 링크를 한 분께만 보내 주세요. 한 번, { $hours }시간 안에만 열려요. 여는 분은 { $role ->
        [reader] <b>보기만</b> 할 수 있어요.
       *[staff] 적고 볼 수 있어요. 가게 설정과 직원은 사장님만 바꿔요.
    }
    { $link }
staff-welcome = <b>{ $shop }</b>에 오신 것을 환영해요. { $role ->
        [reader] 손님과 목록을 볼 수 있고, 적지는 못해요.
       *[staff] { $example }.
    } 누구를 봤는지는 기록에 남아요.
staff-joined = { $name } 님이 { $role ->
        [reader] 보기만 하는
       *[staff] 함께 일하는
    } 사람으로 들어왔어요. 아니면 “직원 누구 있어?”라고 하시고 바로 빼 주세요.
staff-list = 여기서 일하는 사람 <b>{ $total }명</b>이에요.
    { $rows }
staff-row = { $number }. { $name } · { $role ->
        [owner] 사장님
        [reader] 보기만
       *[staff] 직원
    }{ $me ->
        [yes] {" "}(나)
       *[no] {""}
    }, { DAY($since) }부터
staff-removed = { $name } 님을 뺐어요. 지금부터 아무것도 볼 수 없어요.
staff-back = 되돌렸어요. { $name } 님이 다시 { $role ->
        [reader] 볼 수 있어요.
       *[staff] 일할 수 있어요.
    }
double = 같은 분일 수 있는 두 기록이에요{ $total ->
        [1] {""}
       *[other] {" "}(모두 { $total }쌍)
    }. 합치면 위의 기록으로 모여요.
    { $rows }
    { $signs }
double-row = · <b>{ PERSON($name) }</b>{ HAS($phone) ->
        [yes] {" "}{ PHONE($phone) }
       *[no] {" "}번호 없음
    }: { $count }번, { $spent }{ HAS($last) ->
        [yes] , 마지막 { DAY($last) }
       *[no] {""}
    }
double-signs = 그렇게 보는 까닭: { LIST($rows) }.
double-name = 이름이 같음
double-like-name = 이름이 비슷함
double-last4 = 끝번호가 같음
double-email = 이메일이 같음
double-birthday = 생일이 같음
double-no-number = 한쪽은 번호가 없음
doubles-none = 두 번 적힌 것 같은 손님이 없어요.
made-one = 합쳤어요: <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    } 모두 { $count }번, { $spent }
made-two = 되돌렸어요. 다시 두 분이에요. { PERSON($name) }{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    }: { $count }번, { $spent }
corrected = 고쳤어요.
# 여러 분을 한 줄에.
visits-recorded = { $total ->
        [0] {""}
       *[other] <b>{ $total }분</b>을 적었어요.
    }
    { $rows }
    { $there }
    { $others }
visits-one = · { PERSON($name) }{ HAS($last4) ->
        [yes] ({ $last4 })
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
    }, { $nth }번째{ HAS($missed) ->
        [yes] . { $missed }
       *[no] {""}
    }
visits-there = 이미 적혀 있어 다시 적지 않은 분: { LIST($names) }
visits-open = 누구신지 몰라 적지 않은 분: { LIST($names) }. 한 분씩 다시 적어 주세요.
visits-undone = 되돌렸어요({ $total }분).
    { $rows }
# 이름을 모르는 손님.
walk-ins-recorded = 이름 없는 손님 <b>{ $count }분</b>{ HAS($items) ->
        [yes] {" "}{ LIST($items) }
       *[no] {""}
    } { $amount }{ HAS($paid) ->
        [yes] {" "}{ $paid }
       *[no] {""}
    }
    { $on }
walk-ins-undone = 되돌렸어요: 이름 없는 손님 { $count }분 { $amount }
paid-by-prepaid = 선불에서
# $amount는 지금 받을 외상이에요. 갚겠다는 말씀만으로는 갚으신 것으로 적지 않아요.
tab-promised = { HAS($amount) ->
        [yes] 아직 받은 것으로 적지 않았어요. <b>{ PERSON($name) }</b>{ HAS($last4) ->
            [yes] ({ $last4 })
           *[no] {""}
        } 외상은 { $amount } 그대로예요.
       *[no] <b>{ PERSON($name) }</b>{ HAS($last4) ->
            [yes] ({ $last4 })
           *[no] {""}
        } 받을 외상은 없어요.
    }{ HAS($at) ->
        [yes] {" "}주신다는 날: { $at }
       *[no] {""}
    }{ $remind ->
        [yes] {" "}그날 알려 드릴까요?
       *[no] {""}
    }
tab-paid = <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    } 외상 { $amount }{ HAS($paid) ->
        [yes] {" "}{ $paid }
       *[no] {""}
    } 받았어요. { HAS($left) ->
        [yes] 아직 받을 돈 { $left }
       *[no] 이제 받을 돈이 없어요.
    }
tab-undone = 되돌렸어요: { PERSON($name) } 외상 { $amount }. 받을 돈 { $left }
debtors = 외상이 있는 손님 <b>{ $total }분</b>, 모두 { $amount }{ JOSA($amount, "이에요/예요") }.
debtors-none = 받을 외상이 없어요.
debtors-rule = 기준: 적어 두신 금액 가운데 아직 안 받은 것이에요.
debtor-row = { $number }. { PERSON($name) }{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    } { $amount } · { $reached }
visit-ask-line = 이렇게 한 줄로 적어 주세요: { $preset ->
        [laundry] 김수연 와이셔츠 3장 7500
        [salon] 김수연 커트 25000
        [cafe] 김수연 라떼 2잔 11000
       *[other] 김수연 햄릿 2장 60000
    }

### 사장님: 맡은 것과 예약

order-row = { LIST($items) }: { DAY($on) } 맡김{ HAS($promised) ->
        [yes] , { $promised } 약속
       *[no] {""}
    }{ HAS($unpaid) ->
        [yes] , 받을 돈 { $unpaid }
       *[no] {""}
    }
order-row-ready = { LIST($items) }: { DAY($on) } 다 됨{ HAS($unpaid) ->
        [yes] , 받을 돈 { $unpaid }
       *[no] {""}
    }
order-list-row = { $number }. { PERSON($name) }{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    } { $order }
orders-overdue = 약속이 지난 것 { $overdue }건.
ready-done = <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    } 다 됐어요: { LIST($items) }
    { $orders }
    { $unpaid }
    { $defect }
    { $told }
ready-row = · { DAY($on) } 맡김: { LIST($items) }
ready-unpaid = 받을 돈 { $amount }
ready-told-now = 곧 텔레그램으로 알려 드려요. 잘못 적으셨으면 바로 되돌려 주세요.
ready-told-later = { $at }에 텔레그램으로 알려 드려요.
ready-call = 텔레그램이 없는 분이에요. 전화나 문자로 알려 주세요: { PHONE($phone) }
ready-cannot-tell = 연락할 방법이 없는 분이에요. 다음에 오시면 알려 주세요.
# 카카오톡이나 문자에 붙여 넣는 글.
ready-draft = { PERSON($name) }, { $shop }{ JOSA($shop, "이에요/예요") }. 맡기신 { LIST($items) } 다 됐어요.{ HAS($unpaid) ->
        [yes] {" "}{ $unpaid }
       *[no] {""}
    }
ready-draft-unpaid = 내실 금액은 { $amount }{ JOSA($amount, "이에요/예요") }.
handed-over = <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    } 찾아가셨어요: { LIST($items) }
    { $unfinished }
    { $left }
    { $unpaid }
    { $unowed }
tag-found = 택 { $tag }
    { $rows }
tag-set = 적었어요.
    { $order }
tag-row = <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    }{ HAS($tag) ->
        [yes] {" "}· 택 { $tag }
       *[no] {""}
    }{ HAS($rack) ->
        [yes] {" "}· 옷걸이 { $rack }
       *[no] {""}
    }: { $order }
order-row-gone = { LIST($items) }: 찾아가셨어요
all-ready = <b>{ $total }건</b> 모두 다 됐어요.
    { $rows }
    { $more }
    { $told }
    { $defect }
all-ready-row = · { PERSON($name) }{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    } { LIST($items) }
all-ready-told = 텔레그램으로 알려 드릴 것 { $told }건, 직접 연락하실 것 { $phone }건. 잘못 적으셨으면 바로 되돌려 주세요.
ready-left = 아직 작업 중: { LIST($items) }. 모두 다 되면 알려 드려요.
# 맡기실 때 적어 둔 흠. 부탁받지 않았지만 해 드렸는지 사장님께 물어요.
kindness-ask = 맡기실 때 ‘{ $defect }’{ JOSA($defect, "이라고/라고") } 적어 두셨어요. 해 드렸나요?{ $told ->
        [yes] {" "}해 드렸으면 0원으로 함께 알려 드려요(10분 기다려요).
       *[no] {""}
    }
kindness-done = { $done ->
        [yes] { PERSON($name) } ‘{ $defect }’: 해 드린 것으로 적었어요(0원).
       *[no] { PERSON($name) } ‘{ $defect }’: 하지 않은 것으로 적었어요.
    }
    { $told }
kindness-told = 다 됐다는 알림은 이미 나갔어요. 찾으러 오시면 말씀해 주세요.
kindness-undone = 되돌렸어요. { PERSON($name) } ‘{ $defect }’: 아직 정하지 않았어요.
late-when = { PERSON($person) } 새 약속은 언제인가요? 예: 토요일 12시, 하루 뒤
late-why = { HAS($to) ->
        [yes] 새 약속은 { $to }.{" "}
       *[no] {""}
    }{ PERSON($person) } 약속이 왜 늦어지나요? 까닭도 함께 알려 드려요. 예: 얼룩이 안 빠져서
late-done = <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    } { LIST($items) }: { HAS($before) ->
        [yes] { $before } → { $promised }
       *[no] { $promised }
    }{ JOSA($promised, "으로/로") } 약속을 바꿨어요. 까닭: { $reason }
    { $told }
late-told = 곧 텔레그램으로 새 약속과 까닭을 알려 드려요. 잘못 적으셨으면 바로 되돌려 주세요.
late-call = 텔레그램이 없는 분이에요. 전화나 문자로 알려 주세요: { PHONE($phone) }
late-draft = { PERSON($name) }, { $shop }{ JOSA($shop, "이에요/예요") }. { LIST($items) } 약속이 늦어져요. { HAS($before) ->
        [yes] { $before } 대신 { $promised }에 드릴게요.
       *[no] { $promised }에 드릴게요.
    } 까닭: { $reason }. 죄송해요.
handed-over-unowed = 받을 돈이 없어서 { $amount }{ JOSA($amount, "은/는") } 따로 적지 않았어요.
handed-over-unfinished = 다 됐다고 적지 않은 것이었어요.
handed-over-left = 아직 여기 있는 것: { LIST($items) }
orders-undone = 되돌렸어요.
    { $rows }
    { $told }
order-undone-row = · { PERSON($name) }{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    } { $order }
orders-undone-told = 손님께는 이미 알렸어요. 직접 말씀해 주세요.
visit-tag = { HAS($tag) ->
        [yes] 택 { $tag }
       *[no] {""}
    }{ HAS($rack) ->
        [yes] {" "}옷걸이 { $rack }
       *[no] {""}
    }
visit-missed = 못 알아들은 말: ‘{ $said }’
defect-noted = <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    } { $item }, 살펴 둔 것: { $defect }. 다 됐을 때 다시 여쭤볼게요.
defect-undone = 되돌렸어요. { PERSON($name) } { $item }: “{ $defect }”{ JOSA($defect, "은/는") } 적지 않은 것으로 해요.
visit-defect = 살펴 둔 것: { $defect }. 다 됐을 때 다시 여쭤볼게요.
promise-warning = { HAS($until) ->
        [yes] 다음 여는 날까지
       *[no] 내일
    } 약속한 것 가운데 아직 작업 중인 것이 <b>{ $total }건</b>이에요. 늦어지면 까닭과 함께 말씀해 주세요. 손님께 알려 드릴게요.
    { $rows }
    { $more }
promise-soon = 오늘 <b>{ TIME($at) }</b>까지 약속한 것 가운데 아직 작업 중인 것이 있어요. 늦어지면 까닭과 함께 말씀해 주세요. 손님께 알려 드릴게요.
    { $rows }
promise-row = · { PERSON($name) }{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    } { LIST($items) }{ HAS($promised) ->
        [yes] : { $promised }
       *[no] {""}
    }
handed-over-undone = 되돌렸어요. { PERSON($name) } { LIST($items) }: 아직 여기 있어요.
ready-undone = 되돌렸어요. { PERSON($name) } { LIST($items) }: 다시 작업 중이에요.
    { $told }
ready-undone-told = 손님께는 이미 다 됐다고 알렸어요. 직접 말씀해 주세요.
appointment-made = <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    } { $at }{ HAS($service) ->
        [yes] {" "}{ $service }
       *[no] {""}
    } 예약을 적었어요.
    { $closed }
    { $told }
    { $new }
appointment-unsure = 이렇게 예약을 적을까요? <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    }{ HAS($at) ->
        [yes] {" "}{ $at }
       *[no] {""}
    }{ HAS($service) ->
        [yes] {" "}{ $service }
       *[no] {""}
    }
appointment-clash = { $at }{ JOSA($at, "은/는") } 다른 예약과 겹쳐서 적지 않았어요.
    { $rows }
clash-row = · { $at } { PERSON($name) }{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    }{ HAS($service) ->
        [yes] {" "}{ $service }
       *[no] {""}
    }
appointment-moved = <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    } 예약을 옮겼어요: { $before } → { $at }{ HAS($service) ->
        [yes] {" "}{ $service }
       *[no] {""}
    }
    { $told }
appointment-cancelled = <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    } { $at }{ HAS($service) ->
        [yes] {" "}{ $service }
       *[no] {""}
    } 예약을 취소했어요.
    { $told }
appointment-missed = <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    } { $at }{ HAS($service) ->
        [yes] {" "}{ $service }
       *[no] {""}
    } 예약에 안 오신 것으로 적었어요.
appointment-change-told = 곧 텔레그램으로 알려 드려요. 잘못 적으셨으면 바로 되돌려 주세요.
appointment-change-not-told = 텔레그램이 없는 분이에요. 직접 알려 주세요.
appointment-change-undone = 되돌렸어요: { PERSON($name) } { $at }{ HAS($service) ->
        [yes] {" "}{ $service }
       *[no] {""}
    } 예약이 그대로 있어요.
    { $told }
brief = { $at } <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    }{ HAS($service) ->
        [yes] {" "}{ $service }
       *[no] {""}
    }{ $whose }
    { $last-visit }
    { $preference }
    { $note }
    { $unpaid }
brief-last = { $count }번 오셨고 마지막은 { DAY($last) }{ HAS($items) ->
        [yes] {" "}{ LIST($items) }
       *[no] {""}
    }, { $away ->
        [0] 오늘
       *[other] { GAP($away) } 전
    }{ $usual }.
brief-usual = (평소 { $one ->
        [yes] { $from }일
       *[no] { $from }~{ $to }일
    })
brief-preference = 바라시는 것: { $text }
brief-none = { $at }에는 예약이 없어요.
brief-none-next = 앞으로 이레 동안 잡힌 예약이 없어요.
appointment-told = 전날 텔레그램으로 알려 드려요.
appointment-not-told = 텔레그램이 없는 분이라 전날 알림은 못 보내요.
appointment-undone = 되돌렸어요: { PERSON($name) } { $at }{ HAS($service) ->
        [yes] {" "}{ $service }
       *[no] {""}
    } 예약
appointment-ask-line = 이렇게 한 줄로 적어 주세요: 김수연 금요일 2시 커트 예약

### 사장님: 숫자와 명단

# 기간. $called는 “이번 달”처럼 부르는 이름, $days는 날짜예요.
period = { HAS($called) ->
        [yes] { $called }({ $days })
       *[no] { $days }
    }
period-called = { $name ->
        [today] 오늘
        [yesterday] 어제
        [tomorrow] 내일
        [this_week] 이번 주
        [last_week] 지난주
        [next_week] 다음 주
        [this_month] 이번 달
        [last_month] 지난달
        [next_month] 다음 달
        [this_year] 올해
        [last_year] 작년
        [months] 최근 { $count }달
       *[days] 최근 { $count }일
    }
period-day = { DAY($start) }
period-from = { DAY($start) }부터
period-span = { DAY($start) }~{ DAY($last) }
period-ever = 지금까지
# 이름 없이 적힌 손님은 몇 분인지 따로 말해요. 한 분이 여러 번 오셨는지는 아무도 몰라요.
who-came = { $nameless ->
        [0] { $people }분
       *[other] { $people ->
            [0] 이름 없는 { $nameless }분
           *[other] { $people }분과 이름 없는 손님 { $nameless }분
        }
    }
figures-sales = { $period } { HAS($paid) ->
        [yes] { $paid } 매출
       *[no] 매출
    } <b>{ $amount }</b>{ JOSA($amount, "이에요/예요") }. 방문 { $visits }번, 손님 { $who }.
    { $unpaid }
    { $before }
    { HAS($paid) ->
        [yes] 기준: 다녀가신 날에 그렇게 냈다고 적은 금액이에요.{ $unsaid ->
            [0] {""}
           *[other] {" "}어떻게 냈는지 적지 않은 { $unsaid }번은 뺐어요.
        }
       *[no] 기준: 다녀가신 날에 적은 금액이에요(외상 포함).
    }
figures-parts = { $spent ->
        [yes] { HAS($paid) ->
            [yes] { $paid } 매출
           *[no] 매출
        }이에요.
       *[no] 방문이에요.
    }
    { $rows }
    { $spent ->
        [yes] 기준: 다녀가신 날에 적은 금액이에요(외상 포함).
       *[no] 기준: 영수증 하나가 방문 한 번이에요.
    }
figures-ways = { $period } 매출이에요.
    { $rows }
    기준: 다녀가신 날에 그렇게 냈다고 적은 금액이에요.{ $unsaid ->
        [0] {""}
       *[other] {" "}어떻게 냈는지 적지 않은 { $unsaid }번은 뺐어요.
    }
figures-way = · { $paid }: <b>{ $amount }</b>, 방문 { $visits }번
figures-part = · { $period }: { HAS($amount) ->
        [yes] <b>{ $amount }</b>, 방문 { $visits }번
       *[no] 방문 <b>{ $visits }번</b>
    }, 손님 { $who }
figures-before = 비교: { $period } 매출은 { $amount }, 방문 { $visits }번이었어요. 앞의 것은 오늘까지예요.
    그때 같은 날까지와 견주면 매출은 { $way ->
        [more] { $difference } 늘었고
        [less] { $difference } 적고
       *[same] 똑같고
    }, 방문은 { $ways ->
        [more] { $times }번 늘었어요.
        [less] { $times }번 적어요.
       *[same] 똑같아요.
    }
figures-unpaid = 그중 아직 받지 못한 돈 { $amount }
figures-visits = { $period } 방문 <b>{ $visits }번</b>, 손님 { $who }{ JOSA($who, "이에요/예요") }.
    { $before }
    기준: 영수증 하나가 방문 한 번이에요.
about-last = <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    } { $last } 지금까지 { $nth }번 오셨어요.
about-last-visit = 마지막 방문 { DAY($last) }, { $away ->
        [0] 오늘
       *[other] { GAP($away) } 전
    }{ HAS($items) ->
        [yes] {" "}{ LIST($items) }
       *[no] {""}
    }{ HAS($amount) ->
        [yes] {" "}{ $amount }
       *[no] {""}
    }.
about-thing = <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    } { $item }: { HAS($last) ->
        [yes] 마지막 <b>{ DAY($last) }</b>, { $away ->
            [0] 오늘이에요.
           *[other] { GAP($away) } 전이에요.
        } 지금까지 { $visits }번.
       *[no] 적힌 것이 없어요.
    }
about-count = <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    } { $period } <b>{ $visits }번</b> 오셨어요. { $last }
about-spent = <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    } { $period } <b>{ $amount }</b> 쓰셨어요({ $visits }번 오심).
about-usual = <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    } 자주 { $things ->
        [yes] 맡기시는
       *[no] 고르시는
    } 것이에요.
    { $rows }
    기준: 지금까지 오신 { $visits }번.
about-usual-row = · { $item }: { $visits }번{ HAS($pieces) ->
        [yes] ({ PIECES($pieces, $item) })
       *[no] {""}
    }
about-usual-unknown = <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    } 아직 품목을 적은 방문이 없어요.
about-never = <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    } 아직 방문 기록이 없어요.
today = 오늘 <b>{ DAY($day) }</b>
    { $rows }
today-visits = · 지금까지 방문 { $visits }번, { $amount }
today-bookings = · 예약 { $total }건
today-due = · 오늘 마감 { $total }건, 약속이 지난 것 { $overdue }건
today-waiting = · 다 되어 기다리는 것 { $total }건
roll = { $heading }
    { $rows }
    { $page }
    { $reach }
    { $rule }
reach-of = 오늘 연락되는 분: { $total }분 중 { $reachable }분.
roll-row = { $number }. { PERSON($name) }{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    }: { $fact } · { $reached }
roll-regulars = { $total ->
        [0] 아직 단골이 없어요.
       *[other] 단골 <b>{ $of }분</b>{ $cut ->
            [yes] {" "}가운데 자주 오신 { $total }분이에요.
           *[no] 이에요.
        }
    }
roll-regulars-rule = 기준: 마지막 방문까지 { SPAN($regular-days) } 동안 { $visits }번 이상 오셨고 마지막이 { SPAN($lost-days) } 안인 분이에요.{ $others ->
        [0] {""}
       *[other] {" "}다녀가신 분 가운데 나머지 { $others }분은 뺐어요.
    }
roll-fact-regular = { SPAN($regular-days) }에 { $visits }번, 마지막 { DAY($last) }
roll-new = { $period } 새 손님 <b>{ $total }분</b>이에요.
roll-new-rule = 기준: 첫 방문이 이 기간인 분이에요. 이름 없이 적은 방문은 뺐어요.
roll-fact-new = 첫 방문 { DAY($on) }, 지금까지 { $visits }번
roll-best = { $period } 가장 { $spent ->
        [yes] 많이 쓰신
       *[no] 자주 오신
    } <b>{ $total }분</b>이에요.
roll-best-rule = { $spent ->
        [yes] 기준: 적은 금액의 합(외상 포함)이에요.
       *[no] 기준: 다녀가신 날 수예요.
    } { $of }분 가운데서예요. 이름 없이 적은 방문은 뺐어요.
roll-fact-spent = { $amount }
roll-fact-often = { $visits }번
roll-birthdays = { $period } 생일인 { $regulars ->
        [yes] 단골
       *[no] 손님
    } <b>{ $total }분</b>이에요.
roll-birthdays-rule = 음력 생일은 그해의 날로 셌어요. 생일을 모르는 { $unknown }분은 뺐어요.
roll-fact-day = { DAY($on) }
roll-missing = { $field }{ JOSA($field, "을/를") } 모르는 { $regulars ->
        [yes] 단골
       *[no] 손님
    } <b>{ $total }분</b>이에요.
roll-missing-rule = 기준: { $field } 칸이 빈 손님, 최근에 오신 분부터예요.{ $dead ->
        [0] {""}
       *[other] {" "}옛 번호(011, 016~019)만 있는 { $dead }분은 뺐어요.
    }
roll-unreached = { $total ->
        [0] 오늘 연락할 길이 없는 분은 없어요.
       *[other] 오늘 연락할 길이 없는 { $regulars ->
            [yes] 단골
           *[no] 손님
        } <b>{ $total }분</b>이에요.
    }
roll-unreached-rule = 기준: 텔레그램도, 지금 쓰는 전화번호도 없는 분이에요. 최근에 오신 분부터예요.
roll-prepaid = { $total ->
        [0] 선불 잔액이 남은 분이 없어요.
       *[other] 선불 잔액이 남은 손님 <b>{ $total }분</b>이에요.
    }
roll-prepaid-rule = 기준: 받은 선불에서 쓰신 것과 돌려드린 것을 뺀 금액, 많은 분부터예요.
roll-missed = { $total ->
        [0] { $period } 노쇼로 적은 분이 없어요.
       *[other] { $period } 노쇼로 적은 손님 <b>{ $total }분</b>이에요.
    }
roll-missed-rule = 기준: 예약에 안 오셨다고 적은 것, 최근 것부터예요.
roll-fact-last = 마지막 { DAY($last) }
roll-dead = 옛 번호(011, 016~019)라 연락이 안 되는 손님 <b>{ $total }분</b>이에요.
roll-dead-rule = 기준: 적힌 번호가 옛 번호인 손님, 최근에 오신 분부터예요.{ $unknown ->
        [0] {""}
       *[other] {" "}번호가 없는 { $unknown }분은 뺐어요.
    }
roll-buyers = { $period } ‘{ $item }’ 손님 <b>{ $total }분</b>이에요.
roll-visitors = { $total ->
        [0] { $period } 오신 분이 없어요.
       *[other] { $period } 오신 손님 <b>{ $total }분</b>이에요.
    }
roll-visitors-rule = 기준: 이름을 적은 방문, 최근에 오신 분부터예요.
roll-buyers-rule = 기준: 방문 기록에 그 품목이 있는 분, 최근에 오신 분부터예요. 이름 없이 적은 방문은 뺐어요.
roll-fact-times = { $visits }번, 마지막 { DAY($last) }
orders-in-work = { $total ->
        [0] 지금 작업 중인 것이 없어요.
       *[other] 작업 중인 <b>{ $total }건</b>이에요. 다 된 것의 번호를 눌러 주세요.
    }
orders-due = { $total ->
        [0] { $period } 약속한 것 중 남은 것이 없어요.
       *[other] { $period } 약속한 것 중 남은 <b>{ $total }건</b>이에요. 다 된 것의 번호를 눌러 주세요.
    }
orders-waiting = { $total ->
        [0] 다 되어 기다리는 것이 없어요.
       *[other] 다 됐는데 아직 안 찾아가신 <b>{ $total }건</b>이에요. 찾아가신 것의 번호를 눌러 주세요.
    }
appointments-of = { $total ->
        [0] { $period } 예약이 없어요.
       *[other] { $period } 예약 <b>{ $total }건</b>이에요.
    }
appointment-row = { $number }. { $at } { PERSON($name) }{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    }{ HAS($service) ->
        [yes] {" "}{ $service }
       *[no] {""}
    }{ $whose } · { $reached }

### 사장님: 손님 나누기와 그림

groups = 손님 <b>{ $total }분</b>을 나눠 봤어요. 한 분은 한 곳에만 들어가요.
    { $rows }
    모두 더하면 { $total }분, 오늘 연락되는 분은 { $reachable }분이에요.
    번호를 누르면 누구인지 보여요. 기준은 “단골 기준을 1년에 6번으로”처럼 바꿔요.
group-row = { $number }. { $name } <b>{ $count }분</b>: { $rule }
group-name = { $group ->
        [core] 핵심 손님
        [loyal] 충성 단골
        [regular] 단골
        [existing] 기존 손님
        [new] 새 손님
        [lost] 떠난 손님
        [late] 뜸한 손님
       *[prospect] 문의만 하신 분
    }
group-rule = { $group ->
        [core] 단골이고, 쓰신 금액이 상위 { $percent }%이고, 손님을 소개하거나 추천하신 분
        [loyal] 단골이 되신 지 { SPAN($loyal-days) } 넘은 분
        [regular] { SPAN($regular-days) }에 { $visits }번 이상 오셨고 마지막이 { SPAN($lost-days) } 안인 분
        [existing] { $few }번 넘게 오셨지만 단골은 아닌 분
        [new] { $few }번까지 오신 분
        [lost] { SPAN($lost-days) } 넘게 안 오신 분
        [late] 각자 가장 길던 간격의 { $times }배보다 오래 안 오신 분
       *[prospect] 아직 방문 기록이 없는 분
    }
roll-group = { $name } <b>{ $total }분</b>이에요.
roll-group-rule = 기준: { $rule }.
roll-fact-asked = 적은 날 { DAY($on) }{ HAS($until) ->
        [yes] , { DAY($until) }까지 보관
       *[no] {""}
    }
rule-is = { $name } 기준: { $rule }.
    { $group ->
        [core] 바꾸려면: 핵심 손님 기준을 상위 10%로
        [loyal] 바꾸려면: 충성 단골 기준을 2년으로
        [existing] 새 손님과 단골 기준에 따라 정해져요.
        [new] 바꾸려면: 새 손님 기준을 5번까지로
        [lost] 바꾸려면: 떠난 손님 기준을 6개월로
        [late] 바꾸려면: 뜸한 손님 기준을 1.5배로
        [prospect] 오신 적이 있으면 바로 빠져요.
       *[regular] 바꾸려면: 단골 기준을 1년에 6번으로
    }
rule-changed = { $undone ->
        [yes] 되돌렸어요. { $name } 기준: { $rule }.
       *[no] { $same ->
            [yes] { $name } 기준은 이미 그래요: { $rule }.
           *[no] { $name } 기준을 바꿨어요: { $rule }. 이제부터 모든 명단과 숫자에 그대로 써요.
        }
    }
why-core = <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    }{ JOSA(PERSON($name), "은/는") } { $core ->
        [yes] <b>핵심 손님</b>이에요. 세 가지를 모두 갖추셨어요.
       *[no] 아직 핵심 손님은 아니에요. 세 가지를 모두 갖춰야 해요.
    }
    { $value }
    { $steady }
    { $said }
    { $stage }
core-value = { $passed ->
        [yes] ✓ 쓰신 금액: { DAY($since) }부터 { $amount }, { $buyers }분 중 { $rank }위 (상위 { $percent }%는 { $top }위까지)
       *[no] ✗ 쓰신 금액: { DAY($since) }부터 { $amount }, { $buyers }분 중 { $rank }위 (상위 { $percent }%는 { $top }위까지)
    }
core-no-value = ✗ 쓰신 금액: 아직 없어요
core-steady = ✓ 꾸준함: { DAY($since) }부터 단골, { SPAN($regular-days) }에 { $visits }번, 마지막 { DAY($last) }
core-not-steady = ✗ 꾸준함: { SPAN($regular-days) }에 { $visits }번, 마지막 { DAY($last) } (단골은 { $needed }번부터)
core-never-here = ✗ 꾸준함: 아직 오신 적이 없어요
core-said = ✓ 소개: { DAY($on) } { HAS($through) ->
        [yes] { PERSON($through) } 소개
       *[no] 손님을 소개하거나 추천하심
    }
core-not-said = ✗ 소개: 적힌 것이 없어요. 있으면 이렇게 적어 주세요: { PERSON($name) } 친구를 데려오셨어
stage = { $stage }: { $cause ->
        [asked] { DAY($since) } 적음, 아직 방문 없음
        [first-visit] { DAY($since) } 첫 방문부터
        [fourth-visit-day] { DAY($since) } { $few }번째 방문부터
        [regular-for-a-year] { DAY($since) } 단골이 되신 지 { SPAN($loyal-days) } 된 날부터
       *[other] { DAY($since) } 세 가지를 모두 갖추신 날부터
    } { $regular } { $lost }
stage-regular = · 단골 { DAY($since) }부터
stage-lost = · { SPAN($lost-days) } 넘게 안 오셔서 { DAY($since) }부터 떠난 손님
recommended = <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    } { HAS($through) ->
        [yes] 소개로 { PERSON($through) }{ JOSA(PERSON($through), "이/가") } 오신 것으로 적었어요.
       *[no] 가게를 소개해 주신 것으로 적었어요.
    } 고마운 분이에요.
recommended-undone = 되돌렸어요. { PERSON($name) } 소개를 지웠어요.
next-visit = <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    }: { $outlook }
    { $reason }
outlook-within = { $days ->
        [0] 오늘 오실 것 같아요.
       *[other] { $one ->
            [yes] { DAY($last) }쯤 오실 것 같아요.
           *[no] { $days }일 안에({ DAY($first) }~{ DAY($last) }) 오실 것 같아요.
        }
    }
outlook-any-day = 오실 때가 됐어요. { DAY($on) }까지 안 오시면 평소보다 늦으신 거예요.
outlook-late = { DAY($on) }부터 평소보다 늦으셔서 언제 오실지는 몰라요.
outlook-unknown = 언제 오실지 아직 몰라요. 지금까지 { $visits }번 오셨고, { $needed }번부터 알 수 있어요.
outlook-reason = 까닭: 평소 { $one ->
        [yes] { $to }일마다
       *[no] { $from }~{ $to }일마다
    } 오시고 마지막 방문 { DAY($last) }.
rfm = 최근성·횟수·금액(RFM)으로 나눈 손님 <b>{ $total }분</b>이에요.
    { $rows }
    기준: 마지막 방문, 방문 수, 쓴 금액을 각각 다섯으로 나눠(1~5점) 공개된 표(R 패키지 rfm)의 이름을 붙였어요. 방문 기록이 없는 { $never }분은 뺐어요.
rfm-row = · { $name } <b>{ $count }분</b>
rfm-name = { $segment ->
        [champions] 챔피언(Champions)
        [potential-loyalist] 단골이 될 분(Potential Loyalist)
        [loyal-customers] 충성 손님(Loyal Customers)
        [promising] 기대되는 분(Promising)
        [new-customers] 새 손님(New Customers)
        [cant-lose-them] 놓치면 안 될 분(Can't Lose Them)
        [at-risk] 떠날 것 같은 분(At Risk)
        [need-attention] 살펴 드릴 분(Need Attention)
        [about-to-sleep] 뜸해지는 분(About To Sleep)
        [lost] 떠난 분(Lost)
       *[others] 그 밖(Others)
    }
rfm-none = 아직 방문 기록이 없어 나눌 것이 없어요.
extra-given = <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    } 덤{ HAS($what) ->
        [yes] {" "}‘{ $what }’
       *[no] {""}
    }, 0원으로 적었어요. 지금까지 { $count }번 드렸어요.
visit-gift-taken = <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    } ‘{ $what }’ 쓰신 것으로 적었어요(0원). { $count ->
        [0] 이제 남은 것은 없어요.
       *[other] { $count }번 남았어요.
    }
visit-gift-undone = 되돌렸어요. { PERSON($name) } ‘{ $what }’ { $count }번 남았어요.
card-free = 쓸 수 있는 선물: { LIST($rows) }
extra-undone = 되돌렸어요. { PERSON($name) } 덤{ HAS($what) ->
        [yes] {" "}‘{ $what }’
       *[no] {""}
    } 적은 것을 지웠어요.
extras-heading = 덤 드린 지 오래된 순서로 단골 <b>{ $total }분</b>이에요. 한 번도 못 드린 분 { $never }분.
extras-last = 마지막 덤 { DAY($on) }{ HAS($what) ->
        [yes] {" "}{ $what }
       *[no] {""}
    }
extras-never = 덤 드린 적 없음
extras-rule = 기준: { $rule }. 덤은 “김수연 단추 그냥 달아드렸어”처럼 적어요.
reminders = 알려 드릴 것 <b>{ $total }가지</b>예요.
    { $rows }
reminder-row = { $number }. { $at } { $about }
reminders-none = 알려 드릴 것이 없어요. 예: 내일 3시에 수선집 전화하라고 알려줘
reminder-struck = 알림을 지웠어요: { $at } { $about }
member-none = 회원번호 { $number }인 손님이 없어요.
card-outlook = { $outlook }
card-usual = 자주: { LIST($items) }
card-usual-item = { $item } { $count }번
card-complaint = 최근 불편: { DAY($on) } “{ $text }” ({ $state ->
        [open] 답 기다리심
        [answered] 답해 드림
       *[closed] 마침
    })
card-extra = 덤 { $count }번, 마지막 { DAY($on) }{ HAS($what) ->
        [yes] {" "}{ $what }
       *[no] {""}
    }
card-gift = 선물 { $number }번 { $gift }: { HAS($on) ->
        [yes] { DAY($on) }에 쓰심
       *[no] 아직 안 쓰심
    }
gift-used = 선물 { $number }번, <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    }께 { $gift }{ JOSA($gift, "을/를") } 드렸어요.
gift-undone = 되돌렸어요. { PERSON($name) } 선물 { $number }번은 아직 안 쓴 것으로 두었어요.
card-details = · { LIST($rows) }
card-detail = { $detail } { $value } { $fresh }
card-confirmed = ({ DAY($on) } { $who } 확인)
chart-nothing = { $about ->
        [regulars] 아직 단골이 된 분이 없어 그릴 것이 없어요.
       *[other] 최근 12주에 방문 기록이 없어 그릴 것이 없어요.
    }
chart-weeks = 지난주({ DAY($from) }~{ DAY($to) }) 방문 <b>{ $visits }건</b>, <b>{ $amount }</b>. 그 전주: { $before-visits }건, { $before-amount }.
chart-weeks-title = { $count ->
        [1] 이번 주 방문과 매출
       *[other] 최근 { $count }주 방문과 매출
    }
chart-weeks-foot = 한 주는 월요일부터예요. 맨 아래 이번 주는 아직 끝나지 않았어요. 이름 모르는 손님과 외상도 들어 있어요.
chart-visits = 방문
chart-takings = 매출
chart-week = { DAY($on) }~
chart-day = { DAY($on) }
chart-days-title = { DAY($start) } ~ { DAY($last) } 한 주
chart-count = { $count }건
chart-money = { $amount }
chart-hours = 가장 바쁜 요일은 <b>{ $day }</b>({ $day-visits }건){ HAS($at) ->
        [yes] , 가장 바쁜 때는 <b>{ TIME($at) }</b>대({ $hour-visits }건)예요.
       *[no] 이에요. 적힌 시각이 없어 시간대는 몰라요.
    }
    최근 12주 방문 { $visits }건 가운데 시각을 아는 { $timed }건으로 시간대를 봤어요.
chart-hours-title = 최근 { $count }주 언제 바쁜가
chart-hours-foot = { DAY($since) }부터 방문 수. 나중에 적은 방문과 시각 없이 들여온 방문은 시간대에서 뺐어요.
chart-by-weekday = 요일별
chart-by-hour = 시간대별
chart-no-hours = 시각을 아는 방문이 없어요.
chart-hour = { TIME($at) }
chart-month = { $year }년 { $month }월
chart-regulars = 최근 { $count }달에 단골이 <b>{ $gained }분</b> 늘고 <b>{ $lost }분</b> 줄어, 지금 <b>{ $total }분</b>이에요.
chart-regulars-title = 최근 { $count }달 단골의 변화
chart-regulars-sides = 왼쪽: 떠난 단골, 오른쪽: 새로 된 단골 (분)
chart-regulars-foot = 단골: 마지막 방문까지 { SPAN($regular-days) } 동안 { $visits }번 이상 오셨고 마지막이 { SPAN($lost-days) } 안인 분. 그렇게 된 날과 아니게 된 날의 달에 세었어요.
weekday-name = { $day ->
        [0] 월요일
        [1] 화요일
        [2] 수요일
        [3] 목요일
        [4] 금요일
        [5] 토요일
       *[6] 일요일
    }
refused-rule-unclear = 무엇을 어떻게 바꿀지 못 알아들었어요. 예: 단골 기준을 1년에 6번으로, 핵심 손님 기준을 상위 10%로, 떠난 손님 기준을 6개월로
refused-rule-impossible = 그 수로는 할 수 없어요. { $least }부터 { $most }까지 돼요.
refused-extra-too-long = 덤은 { $most }자까지 적을 수 있어요.
refused-remind-no-such = { $count ->
        [0] 알려 드릴 것이 없어요.
       *[other] 그 번호의 알림이 없어요. 1번부터 { $count }번까지 있어요.
    }
button-strike-number = { $number }번 지우기

### 사장님: 파일 가져오기

import-reading = { $file }{ JOSA($file, "을/를") } 읽고 있어요.
import-file-refused = { $file }: { $reason }
import-progress = { $done }줄 / { $total }줄
# $details는 알아 둘 것들이에요.
import-done = { $file }: { $kind } { $total }줄을 읽었어요.
    새로 적음 { $created } · 고침 { $updated } · 그대로 { $unchanged } · 못 읽음 { $refused }
    { $details }
import-newcomers = 처음 나온 손님 { $count }분을 새로 적었어요.
import-kept = 대화에서 확인된 내용 { $count }가지는 그대로 두었어요.
import-rounded = 금액 { $count }건은 소수점을 반올림했어요({ $currency }).
import-left-out = 읽지 않은 칸: { LIST($headings) }
import-guessed = 짐작해서 읽은 칸: { LIST($headings) }
import-dates-guessed = 날짜 ‘{ $written }’{ JOSA($written, "은/는") } { DAY($day) }{ JOSA(DAY($day), "으로/로") } 읽었어요.
import-go-on = 이대로 가져올까요?
import-not-begun = 아무것도 바꾸지 않았어요.
import-cut-short = 여기까지 가져왔어요. 같은 명령을 다시 하면 겹치지 않고 이어져요.
import-refused-row = { $line }번째 줄: { $reason }
import-refused-file = 못 읽은 줄과 까닭은 { $file }에 적어 두었어요.
import-refused-not-written = 못 읽은 줄을 { $file }에 적지 못했어요: { $reason }
import-nothing-read = { $file }에서 읽을 수 있는 줄이 없었어요.
# 못 읽은 줄의 파일에서 까닭이 적힌 칸의 제목.
import-reason = 까닭
kind-customers = 손님
kind-visits = 방문
kind-orders = 주문
kind-appointments = 예약
column-name = 고객명
column-member-no = 회원번호
column-visited-at = 방문일시
column-received-at = 접수일시
column-at = 예약일시
column-item = 품목
column-paid-by = 결제
column-tag = 택번호
column-service = 서비스
column-staff = 담당
column-address = 주소
column-note = 메모
column-first-name = 이름(성 빼고)
column-last-name = 성
column-phone = 휴대폰
column-email = 이메일
column-birthday = 생년월일
column-quantity = 수량
column-price = 단가
column-amount = 금액
column-promised-at = 약속일시
column-status = 상태
column-unpaid = 미수금
column-time = 시각

### 사장님: 대화로 파일 들여오기

import-coming = { $file }{ JOSA($file, "을/를") } 받고 있어요. 커서 조금 걸려요.
# $columns는 읽는 칸, $guesses는 짐작한 것, $rows는 처음 몇 줄이에요.
import-preview = <b>{ $file }</b>: { HAS($kind) ->
        [yes] { $kind } { $total }줄이에요.
       *[no] 모두 { $total }줄이에요.
    }
    { $sheets }
    읽는 칸: { LIST($columns) }
    { $left-out }
    { $guesses }
    처음 몇 줄은 이래요.
    { $rows }
    { $unsure ->
        [yes] 무엇을 적은 파일인가요?
       *[no] 아직 아무것도 적지 않았어요. 들여올까요?
    }
import-preview-terminal = { $file }: { $kind } { $total }줄이에요.
    { $sheets }
    읽는 칸: { LIST($columns) }
    { $left-out }
    { $guesses }
    { $rows }
import-column = { $column } → { $meaning }
import-row = · { LIST($cells) }
import-one-sheet = ‘{ $sheet }’ 시트만 읽어요. 읽지 않는 시트: { LIST($unread) }
import-otherwise = <b>{ $file }</b>: 지금은 { $kind } 파일로 읽었어요. 어떻게 읽을까요?
    { $guesses }
import-cards-preview = <b>{ $file }</b>: 연락처 { $total }장이에요. { LIST($names) } 등.
    모두 아직 산 적 없는 손님(문의 손님)으로 적을까요? 광고 동의로 보지 않아요.
import-running = { $file }{ JOSA($file, "을/를") } 들여오고 있어요: { $done }줄 / { $total }줄. 그동안 다른 말씀을 하셔도 돼요.
import-waits = { $file }{ JOSA($file, "은/는") } 지금 들여오는 파일이 끝나면 이어서 들여올게요.
import-left = { $file }{ JOSA($file, "을/를") } 그만두었어요.
import-over = { $file } 들여오기를 마쳤어요.
import-stopped = { $file } 들여오기를 멈췄어요. 여기까지 적은 것은 아래에서 되돌릴 수 있어요.
import-outcome = { $outcome }
    { $rows }
import-refused-rows = 못 적은 { $count }줄이에요. 까닭을 보고 고쳐서 이 파일을 다시 보내 주시면 돼요.
import-refused = <b>{ $file }</b>: { $reason } 아무것도 바꾸지 않았어요.
import-cards-done = { $file }: 문의 손님 <b>{ $created }분</b>을 적었어요.
    { $names }
    이미 계신 분 { $unchanged } · 못 적음 { $refused }
import-going-back = { $file } 들여온 것을 되돌리고 있어요. 다 되면 말씀드릴게요.
import-undone = { $file } 들여온 것을 되돌렸어요.
    { $gone }
    { $kept ->
        [0] {""}
       *[other] 그 뒤에 바뀌어 그대로 둔 것 { $kept }가지:
    }
    { $rows }
import-gone-people = · 손님 { $count }분을 뺐어요.
import-gone-visits = · 방문 { $count }번을 뺐어요.
import-gone-orders = · 맡은 것 { $count }건을 뺐어요.
import-gone-appointments = · 예약 { $count }건을 뺐어요.
import-gone-details = · 바뀌었던 내용 { $count }가지를 전처럼 돌려놓았어요.
import-kept-row = · { PERSON($name) }: { $why }
import-kept-needed = 그 뒤에 기록이 생겨 손님으로 남겨 두었어요
import-kept-changed = 그 뒤에 고치신 것이 있어 남겨 두었어요
import-kept-detail = 그 뒤에 다시 바뀐 내용이라 그대로 두었어요
import-kept-order = 그 뒤에 맡은 것이 움직여 그대로 두었어요
import-kept-appointment = 그 뒤에 예약이 바뀌어 그대로 두었어요
import-kept-visit = 그 뒤에 이 방문에 돈이나 맡은 것이 이어져 그대로 두었어요
# 어떻게 넣는지 묻는 말에, 예시 파일과 함께.
import-how = 엑셀(xlsx)이나 CSV 파일을 이 대화방에 그대로 보내 주세요.
    1. 첫 줄에 제목이 있으면 돼요. 순서와 이름은 조금 달라도 알아봐요.
    2. 어떻게 읽었는지 먼저 보여 드리고, 들여오기를 누르셔야 적어요. 나중에 통째로 되돌릴 수도 있어요.
    3. 같은 파일을 다시 보내도 겹치지 않아요.
    위 파일은 { $kind } 예시예요. 고쳐서 쓰셔도 되고, 다른 예시는 아래에 있어요.
import-example = { $kind } 예시 파일이에요. 두 줄을 지우고 쓰시면 돼요.
# 연락처 카드로 적은, 아직 산 적 없는 손님.
prospect-added = 문의 손님으로 적었어요: <b>{ PERSON($name) }</b> ({ $last4 }){ $dead ->
        [yes] . 지금은 쓰이지 않는 번호라 연락은 안 될 거예요.
       *[no] .
    } 광고 동의로 보지 않아요.
    { $about }
    { DAY($until) }까지 다녀가지 않으시면 지워요.
prospect-known = 이미 계신 손님이에요: <b>{ PERSON($name) }</b> ({ $last4 }). 바뀐 것은 없어요.
prospect-undone = 문의 손님 { PERSON($name) }{ JOSA(PERSON($name), "을/를") } 지웠어요.
prospect-row = · { PERSON($name) } ({ $last4 })

### 사장님: 기록 지키기와 내보내기

# 되살린 기록이나 복사한 기록으로 시작했을 때. 사장님이 누르기 전에는 손님께 아무것도 보내지 않아요.
held-notice = <b>{ $shop }</b>: { $cause ->
        [restored] 백업에서 되살린 기록으로 시작했어요.
        [copied] 다른 데서 옮겨 온 기록으로 시작했어요.
       *[clock] 컴퓨터 시계가 마지막 기록보다 앞선 때로 돌아가 있어요.
    } 그래서 손님께는 아무것도 보내지 않고 기다리고 있어요.
    원래 쓰던 컴퓨터를 끄고 시계가 맞는지 보신 뒤 아래를 눌러 주세요. 이미 보냈을지 모르는 알림은 다시 보내지 않아요.
held-released = 네, 이제 여기서 이어서 할게요. { $count ->
        [0] 밀린 알림은 없어요.
       *[other] 이미 보냈을지 모르는 알림 { $count }건은 보내지 않았어요. “못 보낸 메시지”라고 하시면 볼 수 있어요.
    }
owner-key-reminder = 열쇠를 따로 복사해 두셨나요? 이름·번호·메모는 열쇠로 잠겨 있어서, 컴퓨터가 고장 나면 백업이 있어도 열쇠 없이는 열 수 없어요.
    가게 컴퓨터에서 <code>dangol backup --key-card key.html</code>을 실행하고, 나온 종이를 가게 밖 안전한 곳에 두세요. 열쇠는 텔레그램으로 보내지 않아요.
owner-key-copied = 잘하셨어요. 이제 열쇠 이야기는 다시 하지 않을게요.
owner-key-not-copied = 네, 다음 주에 다시 말씀드릴게요.
backup-failed = 오늘은 아직 백업을 하지 못했어요. { $cause ->
        [no-room] 디스크에 자리가 없어요. 필요 없는 파일을 지워 주세요.
        [no-access] 백업 폴더에 쓸 수 없어요. 디스크가 연결되어 있는지 봐 주세요.
        [damaged] 만든 백업이 온전하게 열리지 않았어요. 디스크를 확인해 주세요.
       *[other] 까닭은 기록(로그)에 있어요.
    } 한 시간마다 다시 해 볼게요.
export-ask = 손님 { $customers }분의 이름·번호·내역을 모두 파일로 만들어 이 대화방에 보낼까요? 텔레그램 서버를 거쳐요. 누가 언제 왜 받았는지 적어 두고, 손님도 볼 수 있어요. 무엇에 쓰실 건가요?
export-done = 파일 { $count }개를 보내 드려요. 다 쓰시면 대화방과 휴대폰에서 지워 주세요.
# 파일 하나에 붙는 말.
export-file = { $kind ->
        [customers] 손님
        [visits] 방문
        [orders] 맡은 것
        [appointments] 예약
        [ledger] 장부
       *[messages] 보낸 메시지
    } { $total }줄
export-nothing = 아직 내보낼 기록이 없어요.

### 사장님: 보내지 못한 것과 알림

owner-message-refused = 메시지 하나를 보내지 못했어요(번호 { $number }). 텔레그램이 받지 않았어요. “못 보낸 메시지”라고 하시면 볼 수 있어요.
owner-update-aside = 메시지 하나를 처리하지 못해 따로 두었어요(번호 { $number }). 다른 대화는 그대로 이어져요.
owner-erasure-withdrawn = { PERSON($name) }이 마음을 바꾸셨어요. 기록을 지우지 않고 그대로 둬요.
owner-erasure-asked = { PERSON($name) } 기록을 지워 달라고 하셨어요. 먼저 끝낼 것이 있어요: { HAS($prepaid) ->
        [yes] { $prepaid }.{" "}
       *[no] {""}
    }{ HAS($unpaid) ->
        [yes] { $unpaid }.{" "}
       *[no] {""}
    }{ HAS($things) ->
        [yes] 맡은 것 { $things }점.{" "}
       *[no] {""}
    }끝나면 제가 지우고 그분께 알려 드려요.
owner-erased = 손님 한 분의 기록을 요청대로 지웠어요({ $at }). 이용 내역 { $visits }건은 이름 없는 합계로 남아 있어요.
case-notice = <b>접수 { $number }번</b> { $sort }{ $again ->
        [yes] {" "}(이어서)
       *[no] {""}
    } — { PERSON($name) }{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    }: “{ $text }” { $item }
    { $due }까지 답하기로 했어요. 이 메시지에 답장하시면 그대로 전해 드려요.
case-photo = <b>접수 { $number }번</b> 사진 — { PERSON($name) }{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    }{ HAS($text) ->
        [yes] : “{ $text }”
       *[no] {""}
    }
    이 사진에 답장하시면 그대로 전해 드려요.
sort-complaint = 불편
sort-request = 부탁
sort-idea = 의견
sort-question = 물음
case-ask-answer = { PERSON($name) }께 전할 답을 적어 주세요(접수 { $number }번).
case-answered = 접수 { $number }번, { PERSON($name) }께 보냈어요: “{ $text }”
case-late = <b>접수 { $number }번</b> 답하기로 한 시간이 지났어요({ $times }번째). { PERSON($name) }: “{ $text }” 이 메시지에 답장하시면 그대로 전해 드려요.
case-settled-owner = 접수 { $number }번: { PERSON($name) }이 해결됐다고 하셨어요.
case-item-owner = ({ DAY($on) }의 { $item })
case-thing-owner = 접수 { $number }번: { PERSON($name) }이 { DAY($on) }의 { $item }{ JOSA($item, "이라고/라고") } 하셨어요.
case-none-owner = 접수 { $number }번: { PERSON($name) }이 보여 드린 것이 아니라고 하셨어요. 답하실 때 어느 것인지 여쭤봐 주세요.
case-withdrawn-owner = 접수 { $number }번: { PERSON($name) }이 거두셨어요.
case-closed = 접수 { $number }번을 마쳤어요. { $question }
case-ask-cause = 무엇 때문이었나요? 한 줄로 적어 주세요.
case-ask-remedy = 어떻게 해 드렸나요?
case-ask-changed = 가게에서 바꾼 것이 있나요? 적으시면 손님께도 알려 드려요.
case-noted = 접수 { $number }번을 적어 두었어요.{ $told ->
        [yes] {" "}바꾼 것은 손님께 알려 드렸어요.
       *[no] {""}
    }
cases-none = 답을 기다리는 손님이 없어요.
time-question = { PERSON($name) }{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    }이 { HAS($before) ->
        [yes] { $before } 예약을 <b>{ $at }</b>{ JOSA($at, "으로/로") } 바꾸고 싶어 하세요. { $service }
       *[no] <b>{ $at }</b> { $service } 예약을 부탁하셨어요{ $whose }.
    }
for-whom = {" "}(오실 분: { $whose })
time-agreed-owner = { PERSON($name) } { $at } { $service } 예약을 확정했어요.{ $told ->
        [yes] {" "}손님께 알려 드렸어요.
       *[no] {" "}텔레그램에 연결되지 않아 알리지 못했어요.
    }
time-declined-owner = { PERSON($name) } { $at } 예약은 어렵다고 알려 드렸어요.
time-ask-other = { PERSON($name) }이 { $at } 예약을 부탁하셨어요. 어느 시간을 권할까요? 예: 4시 반, 일요일 2시
time-offered-owner = { PERSON($name) }께 { $at } 예약을 권했어요. 누르시면 바로 예약되고 알려 드릴게요.
time-taken-owner = { PERSON($name) }이 권하신 시간을 받으셨어요: { $at } { $service } 예약됐어요.
time-left-owner = { PERSON($name) }이 권하신 시간은 어렵다고 하셨어요.
time-late = 예약 답을 하기로 한 시간이 지났어요({ $times }번째). { PERSON($name) }, <b>{ $at }</b> { $service }{ $whose }
time-withdrawn-owner = { PERSON($name) }이 { $at } 예약 부탁을 거두셨어요.
booking-cancelled-owner = { PERSON($name) }이 { $at } { $service } 예약을 취소하셨어요.
booking-kept-owner = { PERSON($name) }이 취소를 되돌리셨어요. { $at } { $service } 예약은 그대로예요.
cases-waiting = 답을 기다리는 손님 <b>{ $total }분</b>이에요. 번호를 누르면 답할 수 있어요.
    { $rows }
case-row = { $number }번 { PERSON($name) }: “{ $text }” { $due }까지
unsent = 최근 { $days }일 동안 보내지 않은 메시지 <b>{ $total }건</b>이에요.
    { $rows }
    { $page }
unsent-none = 최근 { $days }일 동안 보내지 못한 메시지가 없어요.
unsent-reasons = 최근 { $days }일 동안 보내지 않은 메시지 <b>{ $total }건</b>을 이유별로 모았어요.
    { $rows }
unsent-reason-row = { $number }. { $reason }: <b>{ $count }건</b>
unsent-row = { $at } { $name } · { $kind }: { $reason }
unsent-kind-appointment = 예약 알림
unsent-kind-order-notice = 완성 알림
unsent-kind-late = 늦어진다는 안내
unsent-kind-moved = 예약을 옮긴 안내
unsent-kind-cancelled = 예약 취소 안내
unsent-kind-closed-days = 쉬는 날 안내
unsent-kind-receipt = 오늘 내역
unsent-kind-answer = 대답
unsent-kind-account = 내 정보 알림
unsent-kind-greeting = 안부
unsent-kind-advertising = 광고
unsent-kind-personal = 가게가 쓴 글
unsent-kind-uncollected = 찾으러 오시라는 알림
unsent-kind-birthday = 생일 인사
unsent-kind-balance = 잔액·적립 알림
unsent-kind-statement = 계정 정리
unsent-kind-gift = 약속한 선물
unsent-kind-expiry = 쿠폰 기한
unsent-kind-invitation = 초대
unsent-kind-campaign = 안부 캠페인
unsent-kind-refresh = 연락처 확인
unsent-kind-owner-notice = 사장님 알림
unsent-too-late = 때가 지나서 안 보냈어요
unsent-blocked = 대화방을 닫으셨어요
unsent-not-linked = 텔레그램에 연결되지 않았어요
unsent-gone = 지워진 손님이에요
unsent-event-undone = 기록이 바뀌어 보낼 까닭이 없어졌어요
unsent-no-consent = 광고를 받겠다고 하지 않으셨어요
unsent-quiet-treatment = 조용한 응대를 바라셨어요
unsent-asked-not-to = 받지 않겠다고 하셨어요
unsent-asked-to-pause = 당분간 쉬어 달라고 하셨어요
unsent-asked-not-now = 받지 않겠다고 하신 시간뿐이었어요
unsent-often-enough = 자주 보내지 말아 달라고 하셨어요
unsent-refused = 광고를 받지 않겠다고 하셨어요
unsent-sells-without-consent = 파는 말이 있어 광고가 되었는데, 광고를 받겠다고 하지 않으셨어요
unsent-sells-in-duty = 내 기록에 관한 글이라 파는 말을 넣을 수 없어요
unsent-sender-unknown = 광고에는 가게 이름과 연락처가 있어야 해요
unsent-no-news = 지난번 뒤로 이분께 새로 알릴 일이 없어요
unsent-third-in-a-row = 해 드린 것 없이 파는 말만 세 번째가 돼요
unsent-night = 밤에는 광고를 보내지 않아요. 아침에 보내요
unsent-one-a-day = 광고는 하루에 하나예요. 내일 보내요
unsent-shop-cap = 사장님이 정하신 광고 간격보다 일러요
unsent-shop-hours = 사장님이 정하신 조용한 시간이에요. 끝나면 보내요
unsent-asked-hours = 받지 않겠다고 하신 시간이에요. 끝나면 보내요
unsent-made-after-reminder = 예약이 알림 시각보다 늦게 잡혔어요
unsent-refused-by-telegram = 텔레그램이 받지 않았어요
unsent-struck = 사장님이 빼셨어요
unsent-no-words = 보낼 문장을 찾지 못했어요
unsent-other = 보내지 못했어요
unsent-unknown = 갔는지 알 수 없어요. 두 번 보내지 않으려고 멈췄어요

### 이상이 없는지

health = { $bad ->
        [0] 네, 이상 없어요.
       *[other] 살펴볼 것이 <b>{ $bad }가지</b> 있어요.
    }
    { $rows }
health-good = ✓ { $text }
health-bad = ✗ { $text }
health-telegram = 텔레그램에 닿아요.
health-telegram-away = 텔레그램({ $address })에 닿지 않아요. 인터넷 연결과 방화벽을 확인해 주세요.
health-silent = 텔레그램이 { $minutes }분째 조용해요. 인터넷 연결을 확인해 주세요.
health-token = 텔레그램이 토큰을 받아요(@{ $bot }).
health-clock = 시계가 맞아요.
health-clock-off = 이 컴퓨터의 시계가 { $seconds }초 { $ahead ->
        [yes] 빨라요
       *[no] 늦어요
    }. 시간을 자동으로 맞추도록 켜 주세요.
health-reader-none = 이 봇의 메시지를 가로채는 다른 프로그램이 없어요.
health-reader-ours = 봇이 이 컴퓨터에서 돌고 있어요.
health-reader-webhook = 이 봇의 메시지는 지금 { $address }{ JOSA($address, "으로/로") } 가게 되어 있어요. 쓰지 않는 곳이면 봇을 켜세요. 켤 때 되돌려요.
health-folder = { $file }에 쓸 수 있어요.
health-folder-closed = { $file }에 쓸 수 없어요. 봇을 켜는 계정이 쓸 수 있는 폴더로 바꿔 주세요.
health-key = 열쇠가 맞아요.
health-key-to-be-made = 열쇠는 처음 켤 때 { $file }에 만들어요.
health-database = 데이터베이스가 새 판이에요.
health-database-to-be-made = 데이터베이스는 처음 켤 때 만들어요.
health-database-old = 데이터베이스가 옛 판({ $found })이에요. 봇을 켜거나 migrate를 하면 { $known }{ JOSA($known, "으로/로") } 맞춰요.
health-database-closed = 데이터베이스를 열 수 없어요. DATABASE_URL과 데이터베이스가 켜져 있는지 확인해 주세요.
health-owner = 주인이 있어요({ $count }명).
health-owner-none = 아직 주인이 없어요. 봇을 켜면 나오는 링크를 사장님 휴대폰에서 열거나, .env의 OWNER_IDS에 텔레그램 번호를 적어 주세요.
health-held = 복사해 온 가게라서 손님께 보내지 않고 기다려요. 봇이 사장님께 보낸 버튼을 눌러 주세요.
health-disk = 디스크에 자리가 있어요({ $free }MB).
health-disk-full = 디스크에 자리가 { $free }MB밖에 없어요. 필요 없는 파일을 지워 주세요.
health-waiting = { $count ->
        [0] 보내려고 기다리는 메시지가 없어요.
       *[other] 지금 보내는 메시지가 { $count }건이에요.
    }
health-waiting-late = 메시지 { $count }건이 { $minutes }분째 나가지 못해요. 인터넷 연결을 확인해 주세요.
health-aside = 최근 { $days }일 동안 읽지 못해 따로 둔 메시지가 { $count }건 있어요. 받은 분께 직접 연락해 주세요.
health-uncertain = 최근 { $days }일 동안 갔는지 알 수 없는 메시지가 { $count }건 있어요. “못 보낸 메시지”라고 하시면 보여 드려요.
health-backup = 백업이 있어요({ $days ->
        [0] 하루 안
       *[other] { $days }일 전
    }).
health-backup-old = 마지막 백업이 { $days }일 전이에요. 디스크에 자리가 있는지, 밤에 컴퓨터가 켜져 있는지 봐 주세요.

### 모두에게: 거절

refused-not-allowed = 이 일은 여기서 하실 수 없게 되어 있어요. 사장님께 말씀해 주세요.
refused-not-linked = 본인 확인이 먼저예요. 아래 <b>내 번호로 확인</b> 버튼을 눌러 주세요.
refused-contact-not-own = 본인의 번호로만 확인할 수 있어요. 아래 <b>내 번호로 확인</b> 버튼을 눌러 주세요.
refused-contact-forwarded = 전달된 연락처로는 확인할 수 없어요. 아래 <b>내 번호로 확인</b> 버튼을 눌러 주세요.
refused-consent-unknown = 지금은 정할 수 없는 알림이에요. “알림 설정”에서 다시 골라 주세요.
refused-under-14-link = 만 14세 미만은 보호자와 함께 가게에서 확인해 드려요. 번호는 받지 않았고, 아무것도 적지 않았어요.
refused-guardian-first = { PERSON($person) }은 만 14세 미만이셔서 보호자 동의를 먼저 적어 주세요. 예: “{ $person } 보호자 김영희 전화로 확인”. 생일은 적지 않았어요.
refused-under-14 = 만 14세 미만은 보호자와 함께 가게에서 말씀해 주세요. 이 생일은 적어 두지 않았어요. 적어 둔 것을 지우려면 “내 정보 지워 주세요”라고 하시면 돼요.
refused-case-gone = 그 접수는 지금은 없어요.
refused-photo-too-large = 사진이 너무 커요. { $most }MB까지 받을 수 있어요.
refused-photo-too-many = 하루에 { $most }장까지 받을 수 있어요. 나머지는 내일 보내 주세요.
refused-photo-gone = 그 사진은 이제 없어요.
refused-case-not-answered = 아직 답을 드리지 못했어요. 곧 답해 드릴게요.
refused-case-answered = 벌써 답을 드려서 거둘 수 없어요. 더 하실 말씀은 그 답에 답장해 주세요.
refused-case-no-chat = 이 손님은 이제 텔레그램에 연결되어 있지 않아요. 전화로 답해 주세요.
refused-case-not-told = 접수 { $number }번은 아직 손님께 답이 가지 않아 마칠 수 없어요. 먼저 답해 주세요.
refused-time-not-read = 언제인지 못 알아들었어요. 날과 시간을 함께 적어 주세요. 예: 토요일 3시
refused-time-settled = 이미 정해졌거나 거둔 부탁이에요.
refused-time-own = 그때는 이미 예약되어 있어요: <b>{ $at }</b> { $service }.
refused-time-taken = { $at }에는 이제 다른 예약이 있어요.
refused-booking-gone = 그 예약은 지금은 없어요.
refused-booking-too-late = 예약은 { $until }까지 여기서 바꾸거나 취소할 수 있었어요. 지금은 가게로 연락해 주세요. { $contact }
# 그 번호가 누구의 것인지는 절대 말하지 않아요.
refused-detail-unusable = 이것으로는 바꿀 수 없어요. 가게에 말씀해 주시면 확인해 드릴게요.
refused-walk-in-apart = 이름 없는 손님은 한 줄에 하나씩 따로 적어 주세요. 다른 분과 같이 적으면 한쪽이 빠져요. 아직 아무것도 적지 않았어요.
refused-two-numbers = 번호는 한 분에 하나만 적을 수 있어요({ PHONE($first) }, { PHONE($second) }). 아직 아무것도 적지 않았으니 쓰실 번호 하나만 넣어 다시 적어 주세요.
refused-detail-needed = 이것만 따로 지울 수는 없어요. 모두 지우시려면 “내 정보 지워 주세요”라고 해 주세요.
refused-preference-empty = 기억해 둘 말을 적어 주세요.
refused-words-too-long = 한 번에 { $most }자까지 전할 수 있어요. 아직 전하지 않았으니 나누어 적어 주세요.
refused-preference-too-long = { $most }자까지 적어 둘 수 있어요. 짧게 말씀해 주세요.
refused-preference-too-many = { $most }가지까지 적어 둘 수 있어요. 먼저 하나를 지워 주세요.
refused-preference-gone = 그 말은 이제 적혀 있지 않아요.
refused-preference-there = 이미 그렇게 적혀 있어요.
refused-undo-expired = 되돌릴 수 있는 { $days }일이 지났어요. 다시 바꾸시면 돼요.
refused-undo-changed-since = 그 뒤에 다시 바뀌어서 이것만 되돌릴 수 없어요.
refused-undo-done = 이미 되돌렸어요.
refused-undo-not-yours = 되돌릴 것을 찾지 못했어요.
refused-nothing-to-undo = 되돌릴 것이 없어요.
refused-undo-order-moved = 맡은 물건이 그 뒤에 움직여서(완성 또는 출고) 되돌릴 수 없어요.
refused-enough-tries = 오늘은 여기까지 할게요. 가게에 말씀해 주시면 바로 확인해 드릴게요.
refused-draft-gone = 그 일은 이미 끝났거나 시간이 지났어요. 다시 말씀해 주세요.
refused-mail-not-set = 이메일을 보내려면 메일 서버가 있어야 해요. .env의 SMTP_URL을 적고 다시 켜 주세요. 번호 확인은 지금도 할 수 있어요.
refused-gift-unusable = 선물은 { $most }자 안으로 적어 주세요. 예: 아메리카노 한 잔
refused-nothing-old = 다시 확인할 분이 없어요.
refused-no-number = { PERSON($person) }께는 지금 쓰이는 번호가 적혀 있지 않아요. 새 번호를 먼저 적어 주세요.
refused-code-old = 그 번호는 시간이 지났어요. 이메일 주소를 다시 적어 주시면 새로 보내 드려요.
refused-idea-why = 까닭을 한 줄로 적어 주세요. 표를 주신 분께 그대로 전해요.
refused-been-here-enough = 이 질문은 두 번까지만 받아요. 계산대 QR을 보여 달라고 하시거나 가게에 말씀해 주시면 바로 확인해 드릴게요.
    { $contact }
refused-enough-codes = 여러 번 해 보셨어요. 가게에 오시면 바로 확인해 드릴게요.
refused-draft-sent-already = { PERSON($person) }께는 이 글이 이미 나갔어요.
refused-draft-sender-unknown = 광고에는 보내는 가게의 연락처가 있어야 해요. 먼저 가게 연락처를 적어 주세요. 예: 연락처 02-123-4567
refused-draft-not-late = { PERSON($person) }{ JOSA(PERSON($person), "은/는") } 늦으신 게 아니거나 아직 주기를 몰라요. 안부 초안은 늦으신 분께만 만들어요.
refused-draft-not-now = { PERSON($person) }께는 { $until }부터 보낼 수 있어요. 그때 다시 말씀해 주세요.
refused-draft-no-consent = { PERSON($person) }{ JOSA(PERSON($person), "은/는") } 광고를 받겠다고 하신 적이 없고 여섯 달 안에 다녀가시지도 않아서 만들지 않았어요.
refused-draft-refused = { PERSON($person) }{ JOSA(PERSON($person), "은/는") } 광고를 받지 않겠다고 하셨어요. 그래서 만들지 않았어요.
refused-draft-sells-without-consent = 할인이나 쿠폰 같은 말이 있으면 광고예요. { PERSON($person) }{ JOSA(PERSON($person), "은/는") } 광고를 받겠다고 하신 적이 없어요.
refused-draft-third-in-a-row = { PERSON($person) }께 광고만 두 번 이어서 보냈어요. 다녀가시거나 다른 소식을 전한 다음에 보낼 수 있어요.
refused-draft-quiet-treatment = { PERSON($person) }{ JOSA(PERSON($person), "은/는") } 조용히 대해 달라고 하셨어요. 그래서 안부는 보내지 않아요.
refused-draft-asked-not-to = { PERSON($person) }{ JOSA(PERSON($person), "이/가") } 이런 알림을 받지 않겠다고 하셨어요.
refused-draft-asked-to-pause = { PERSON($person) }{ JOSA(PERSON($person), "이/가") } 당분간 쉬어 달라고 하셨어요.
refused-draft-often-enough = { PERSON($person) }께는 요즘 이미 보냈어요. 바라신 간격이 지나면 만들 수 있어요.
refused-draft-asked-not-now = { PERSON($person) }{ JOSA(PERSON($person), "이/가") } 지금 시간에는 받지 않겠다고 하셨어요.
refused-person-gone = 그 손님은 지금 기록에 없어요.
refused-no-open-order = { PERSON($person) } 앞으로 맡은 것이 없어요.
refused-order-not-open = 이미 다 됐거나 찾아가신 거예요.
refused-correct-which = 여러 가지를 적으셨어요. 어느 것이 몇 개인지 이름과 함께 말씀해 주세요. 예: { $preset ->
        [laundry] 아니 바지 3장
        [salon] 아니 샴푸 2개
        [cafe] 아니 라떼 3잔
       *[other] 아니 햄릿 3장
    }
refused-tab-none = { PERSON($person) } 받을 외상이 없어요.
refused-tab-less = { PERSON($person) } 받을 외상은 { $owed }뿐이에요. 금액을 다시 봐 주세요.
refused-order-fewer-pieces = { PERSON($person) } 맡은 { $item }{ JOSA($item, "은/는") } { $count }개뿐이에요.
refused-order-no-such-item = { PERSON($person) } 맡은 것 가운데 { $item }{ JOSA($item, "은/는") } 없어요.
refused-tag-unknown = 택 { $tag }{ JOSA($tag, "은/는") } 없는 번호예요.
refused-tag-taken = 택 { $tag }{ JOSA($tag, "은/는") } 지금 { PERSON($person) } 것에 달려 있어요.
refused-nothing-in-work = 그때까지 약속한 것 가운데 작업 중인 것이 없어요.
refused-late-earlier = { PERSON($person) } 약속은 이미 그때이거나 더 뒤예요.
refused-late-past = 이미 지난 때예요. 앞으로의 시각을 적어 주세요.
refused-booking-none = { PERSON($person) } 그때 잡힌 예약이 없어요.
refused-booking-none-then = 그때 잡힌 예약이 없어요. 바뀐 것은 없어요.
refused-booking-none-past = { PERSON($person) } 최근에 지난 예약이 없어요.
refused-booking-which = { PERSON($person) } 예약이 여럿이에요({ $first }, { $second }). 어느 것인지 날과 시간을 함께 말씀해 주세요.
refused-booking-taken = { $at }에는 이제 다른 예약이 있어 되돌릴 수 없어요.
refused-note-too-long = 메모는 모두 { $most }자까지 적을 수 있어요.
refused-remind-when = 언제 알려 드릴까요? 때와 할 일을 함께 말씀해 주세요. 예: 내일 3시에 수선집 전화하라고 알려줘
refused-remind-past = 이미 지난 때예요. 앞으로의 때를 말씀해 주세요.
refused-remind-too-far = 너무 먼 때예요. 2년 안으로 말씀해 주세요.
refused-remind-told = 이미 알려 드린 알림이에요.
refused-message-what = { PERSON($person) }께 뭐라고 보낼까요? 예: 김수연님께 내일 쉰다고 보내줘
refused-message-too-long = 메시지는 { $most }자까지 보낼 수 있어요.
refused-answer-sells = 할인·쿠폰·% 같은 말이 있는 답은 법으로는 광고인데, { PERSON($person) }{ JOSA(PERSON($person), "은/는") } 광고를 받겠다고 하신 적이 없어요. 그래서 보내지 않았어요. 그 말을 빼고 다시 적어 주시거나, 오셨을 때 말씀해 주세요.
refused-message-sells = 할인이나 쿠폰 같은 말이 있으면 광고예요. 광고는 받겠다고 하신 분께만 따로 보낼 수 있어서 여기서는 보내지 않아요.
refused-message-unreachable = { PERSON($person) }께는 텔레그램으로 보낼 수 없어요.
refused-message-gone = 이미 보내서 되돌릴 수 없어요.
refused-prepaid-too-little = { PERSON($person) } 선불 잔액은 { $balance }{ JOSA($balance, "이라/라") }서 그만큼 뺄 수 없어요.
refused-prepaid-used = { PERSON($person) } 선불은 그 뒤에 쓰셔서 되돌릴 수 없어요.
refused-balance-whose = 어느 분의 잔액인가요? 예: 김수연 잔액
refused-points-impossible = 포인트는 1점부터 { $most }점까지 적을 수 있어요.
refused-points-too-few = { PERSON($person) } 포인트는 { $count }점뿐이에요.
refused-gift-unknown = 선물 { $number }번은 없어요. 손님이 받으신 글에 적힌 번호를 다시 봐 주세요.
refused-gift-used = 선물 { $number }번은 { DAY($on) }에 { PERSON($person) }께 이미 드렸어요.
refused-points-ended = 그 포인트는 벌써 기한이 지나 없어져서 되돌릴 수 없어요.
refused-points-end-impossible = 포인트 기한은 { $least }개월부터 { $most }년까지로 정할 수 있어요. 더 짧으면 손님이 쓰실 틈이 없어요.
refused-prepaid-never-ends = 미리 받은 돈에는 기한을 두지 않아요. 손님 돈이라서, 쓰시거나 돌려받으실 때까지 그대로 있어요. 1년 동안 안 쓰신 분께는 남아 있다고 알려 드려요.
refused-join-code = 이 링크로는 들어올 수 없어요. 이미 썼거나 하루가 지난 링크예요.
refused-staff-unknown = 그런 이름으로 일하는 사람이 없어요. “직원 누구 있어?”라고 물어봐 주세요.
refused-staff-which = 그 이름이 여럿이에요. “직원 누구 있어?”라고 하시고 번호로 골라 주세요.
refused-staff-owner = 사장님은 뺄 수 없어요.
refused-merge-same = 이미 한 기록이에요.
refused-merge-two-chats = 두 분이 저마다 다른 텔레그램으로 연결되어 있어 합칠 수 없어요.
refused-appointment-when = { PERSON($person) } 예약은 몇 시인가요? 예: 금요일 2시
refused-appointment-past = { $at }{ JOSA($at, "은/는") } 이미 지난 때예요.
refused-appointment-too-far = { $at }{ JOSA($at, "은/는") } 너무 먼 때예요.
refused-link-settled = 이미 정해진 일이에요.
refused-not-held = 이미 여기서 이어서 하고 있어요.
refused-export-too-large = 파일이 너무 커서 텔레그램으로는 보낼 수 없어요. 가게 컴퓨터에서 dangol export 폴더이름 으로 받아 주세요.
refused-claim-code = 이 링크로는 시작할 수 없어요. 이미 썼거나 오래된 링크예요.
refused-shop-text-unusable = 그대로는 적을 수 없어요. 글자나 숫자로 된 { $most }자까지의 짧은 글로 보내 주세요.
refused-shop-kind-unknown = 세탁소, 미용실, 카페, 극장 가운데 하나를 골라 주세요.
refused-prices-unreadable = 가격을 읽지 못했어요. 한 줄에 하나씩, 이름과 금액을 적어 주세요. 예: { $preset ->
        [laundry] 와이셔츠 2,500원
        [salon] 커트 25,000원
        [cafe] 라떼 5,500원
       *[other] 햄릿 30,000원
    }
refused-prices-too-many = 가격표에는 { $most }가지까지 적을 수 있어요.
refused-price-unknown = ‘{ $item }’{ JOSA($item, "은/는") } 가격표에 없어요.
refused-phone-unreadable = 전화번호를 알아볼 수 없어요. 예: 010-2345-6789
refused-phone-too-short = 전화번호 숫자가 모자라요. 예: 010-2345-6789
refused-phone-too-long = 전화번호 숫자가 너무 많아요. 예: 010-2345-6789
refused-phone-two-numbers = 번호가 두 개예요. 하나만 적어 주세요.
refused-phone-shortened = 번호가 줄여 쓰여 있어요(1.01E+09 같은 모양). 셀을 텍스트로 바꿔 주세요.
refused-phone-dead = 지금은 쓰이지 않는 번호(011, 016~019)예요. 010 번호를 보내 주세요.
refused-address-unusable = 주소로 쓰기에는 너무 짧거나 길어요.
refused-email-unreadable = { HAS($host) ->
        [yes] “{ $host }” 뒤에 .com 같은 끝이 없어 이메일 주소를 알아볼 수 없어요.
       *[no] 이메일 주소를 알아볼 수 없어요.
    } 예: name@example.com
refused-name-unusable = 이름으로 쓸 수 없어요. 글자로 된 짧은 이름을 보내 주세요.
refused-money-unreadable = 금액을 알아볼 수 없어요. 예: 7500, 1만 8천원
refused-money-currency = { $currency } 금액만 적을 수 있어요.
refused-money-too-fine = { $currency } 금액에는 소수점을 쓸 수 없어요.
refused-visit-quantity = 수량 ‘{ $quantity }’{ JOSA($quantity, "은/는") } 적을 수 없어요. 1, 2, 3처럼 하나씩 세어 999까지예요.
refused-sum-negative = ‘{ $said }’{ JOSA($said, "은/는") } 적을 수 없어요. 0보다 커야 해요.
refused-sum-absurd = ‘{ $said }’{ JOSA($said, "은/는") } 너무 큰 금액이에요. 0이 더 붙지 않았는지 봐 주세요.
refused-sum-unreadable = ‘{ $said }’{ JOSA($said, "이/가") } 얼마인지 알아볼 수 없어요. 예: 7500, 1만 8천원
refused-sum-worked-out = ‘{ $said }’: 빼는 셈은 제가 대신하지 않아요. 받으신 금액 하나만 적어 주세요. 예: 6500원
refused-rows-impossible = ‘{ $said }’분은 보여 드릴 수 없어요. 1분부터 말씀해 주세요.
refused-visit-which-day = ‘{ $said }’{ JOSA($said, "은/는") } 하루가 아니에요. 어느 날인지 말씀해 주세요. 예: 어제, 11월 18일
refused-visit-amount-negative = 금액이 0보다 작아요.
refused-visit-amount-absurd = 금액이 너무 커요. 0이 더 붙지 않았는지 봐 주세요.
refused-visit-sum-differs = 적으신 금액은 { $told }인데 품목을 더하면 { $sum }{ JOSA($sum, "이에요/예요") }. 어느 쪽인지 다시 적어 주세요.
refused-visit-in-future = { DAY($day) }{ JOSA($day, "은/는") } 아직 오지 않은 날이에요.
refused-visit-too-old = { DAY($day) }{ JOSA($day, "은/는") } 너무 오래된 날이에요.
refused-row-no-name = 이름이 비어 있어요.
refused-row-which-person = 같은 이름이 여럿이에요. 전화번호나 회원번호가 필요해요.
refused-row-unknown-person = 이 번호의 손님이 없어요. 이름도 적혀 있으면 새로 적을 수 있어요.
refused-row-other-name = 이 번호는 다른 이름의 손님에게 적혀 있어요.
refused-row-two-people = 전화번호와 회원번호가 서로 다른 손님의 것이에요.
refused-row-person-erased = 기록을 지워 달라고 하신 분의 번호예요. 옛 파일로는 다시 들이지 않아요. 다시 오셨으면 대화로 적어 주세요.
refused-date-unreadable = 날짜를 알아볼 수 없어요. 예: 2026-03-13
refused-date-without-year = 몇 년인지 적혀 있지 않아요. 예: 2026-03-13
refused-day-impossible = ‘{ $said }’{ JOSA($said, "은/는") } 달력에 없는 날이에요. 날짜를 다시 말씀해 주세요.
refused-day-not-that-year = { $year }년{ HAS($next) ->
        [yes] , { $next }년
       *[no] {""}
    }에는 2월 29일이 없어요. 날짜를 다시 말씀해 주세요.
refused-length-impossible = ‘{ $said }’{ JOSA($said, "은/는") } 볼 수 없는 기간이에요. 1일부터 10년까지로 말씀해 주세요.
refused-time-impossible = ‘{ $said }’{ JOSA($said, "은/는") } 시계에 없는 시각이에요. 시각을 다시 말씀해 주세요.
refused-date-impossible = 달력에 없는 날이에요.
refused-date-too-far = { DAY($day) }{ JOSA(DAY($day), "은/는") } 너무 먼 날이에요.
refused-text-too-long = { $column } 칸이 너무 길어요. { $most }자까지 적을 수 있어요.
refused-resident-number = 주민등록번호가 들어 있어 적지 않았어요. 그 부분을 지워 주세요.
refused-birthday-unreadable = 생일을 알아볼 수 없어요. 예: 1985-11-24, 음력 1962-05-05
refused-birthday-impossible = 달력에 없는 날이에요. 생일을 다시 봐 주세요.
refused-birthday-no-leap-month = 그해에는 그 윤달이 없어요.
refused-birthday-in-future = 아직 오지 않은 날이에요. 생일을 다시 봐 주세요.
refused-birthday-too-old = 너무 오래된 날이에요. 생일을 다시 봐 주세요.
refused-quantity-unreadable = 수량을 알아볼 수 없어요. 예: 3
refused-promise-before-received = 약속한 날 { DAY($day) }{ JOSA(DAY($day), "이/가") } 맡기신 날보다 빨라요.
refused-row-broken = 따옴표가 닫히지 않아 이 줄을 나눌 수 없어요.
refused-row-garbled = 깨진 글자가 있는 줄이에요. 그 글자를 고치거나, 표를 CSV(UTF-8)로 다시 저장해서 주세요.
refused-row-nobody = 이름도 번호도 비어 있어요.
refused-row-no-date = 날짜가 비어 있어요.
refused-row-too-wide = 제목보다 칸이 많아요. 쉼표가 들어간 칸이 있는지 봐 주세요.
refused-unpaid-above-amount = 미수금이 금액보다 커요.
refused-status-unknown = ‘{ $status }’{ JOSA($status, "은/는") } 모르는 상태예요.
refused-import-held = 이 기록은 아직 다른 곳에서 이어서 쓰고 있을지 몰라서 파일을 받지 않아요. 먼저 이 컴퓨터에서 계속하기를 눌러 주세요.
refused-import-too-many = 파일은 한 번에 { $most }개까지 받을 수 있어요. 앞의 것을 먼저 정해 주세요.
refused-import-gone = 이 파일은 이미 정해졌거나 시간이 지났어요. 다시 보내 주세요.
refused-import-broke = 이 파일을 다루다가 문제가 생겼어요. 다시 보내 주세요.
refused-file-gone = 텔레그램에 이 파일이 없어요. 다시 보내 주세요.
refused-file-not-fetched = 텔레그램에서 파일을 받지 못했어요. 잠시 뒤에 다시 보내 주세요.
refused-file-no-cards = 연락처가 들어 있지 않은 파일이에요.
refused-file-too-many-cards = 연락처는 한 번에 { $most }장까지 읽을 수 있어요.
refused-card-own = 사장님 본인의 연락처라 손님으로 적지 않았어요.
refused-card-no-phone = 전화번호가 없는 연락처예요.
refused-undo-person-needed = 그 뒤에 이 손님의 기록이 생겨서 지울 수 없어요.
refused-file-empty = 빈 파일이에요.
refused-file-no-rows = 제목만 있고 내용이 없는 파일이에요.
refused-file-not-text = 글자를 읽을 수 없는 파일이에요. 엑셀(xlsx)이나 CSV로 저장해서 다시 주세요.
refused-file-line-too-long = 한 줄이 너무 길어요. 표가 맞는지 봐 주세요.
refused-file-is-pdf = PDF는 읽을 수 없어요. 표를 엑셀(xlsx)이나 CSV로 저장해서 주세요.
refused-file-is-image = 사진은 읽을 수 없어요. 표를 엑셀(xlsx)이나 CSV로 저장해서 주세요.
refused-file-is-web-page = 이름과 달리 웹 페이지로 된 파일이에요. 엑셀에서 열어 ‘Excel 통합 문서(xlsx)’로 다시 저장해서 주세요.
refused-file-is-document = 표가 아니라 문서예요. 표를 엑셀(xlsx)이나 CSV로 저장해서 주세요.
refused-file-old-excel = 예전 형식의 엑셀 파일이에요. ‘Excel 통합 문서(xlsx)’로 다시 저장해서 주세요.
refused-file-is-archive = 압축 파일이에요. 풀어서 안에 있는 표를 주세요.
refused-file-password = 암호가 걸린 파일이에요. 암호를 풀고 다시 저장해서 주세요.
refused-file-too-large = 파일이 너무 커요. { $most }MB까지 읽을 수 있어요. 나누거나 CSV로 저장해서 주세요.
refused-file-bomb = 풀면 지나치게 커지는 파일이라 열지 않았어요. 표만 새 파일에 옮겨서 주세요.
refused-file-xml-entities = 엑셀이 만들지 않는 선언이 들어 있어 열지 않았어요. 표만 새 파일에 옮겨서 주세요.
refused-file-too-sparse = { $row }번째 줄까지 칸이 지나치게 멀리 떨어져 있어요. 표 바깥에 적힌 것을 지우고 다시 주세요.
refused-file-not-counted = { $row }번째 줄에 아직 계산되지 않은 수식이 있어요. 엑셀에서 열어 저장한 뒤 다시 주세요.
refused-file-broken = 망가진 엑셀 파일이에요. 엑셀에서 열어 다시 저장해서 주세요.
refused-file-headings-unknown = 어떤 칸인지 알 수 없어요: { LIST($headings) }. 첫 줄에 고객명, 휴대폰, 방문일시 같은 제목이 필요해요.
refused-file-column-missing = { $column } 칸이 없어요. 이 파일에는 꼭 필요해요({ $kind }).
refused-month-empty = 한 줄이라도 적어 주세요. 그만두려면 “그만”이라고 해 주세요.
refused-things-fetched = 이미 찾아가셨거나 지난 화면의 버튼이에요.
refused-hours-before-impossible = 1시간에서 { $most }시간 전까지로 정해 주세요.
refused-visit-gift-none-promised = 방문 선물을 정해 두지 않으셨어요. “10번째 방문마다 커피 한 잔 무료”처럼 말씀해 주세요.
refused-visit-gift-none-left = { PERSON($person) }께 남은 방문 선물이 없어요. 적지 않았어요.
refused-nth-impossible = 2번째부터 { $most }번째까지로 정해 주세요.
refused-text-empty = 글이 비어 있어요.
refused-own-text-long = { $most }자까지 쓸 수 있어요.
refused-text-label = 광고 표시는 제가 법에 맞게 붙여요. 글에서 “(광고)” 같은 표시는 빼 주세요.
refused-text-braces = 중괄호의 짝이 맞지 않아요.
refused-text-variable-unknown = “{ $value }”에 넣을 값이 없어요.{ HAS($known) ->
        [yes] {" "}쓸 수 있는 것: { $known }
       *[no] {""}
    }
refused-text-sells = 할인·쿠폰·행사 같은 말이 있으면 글 전체가 광고가 돼요. 이 글은 알림이라 그 말을 빼 주세요.
refused-ads-every-impossible = 하루에 한 번부터 { $most }일에 한 번까지로 정할 수 있어요.
refused-quiet-hours-all-day = 낮에 적어도 { $most }시간은 남겨 주세요.
refused-struck-gone = 그 메시지는 벌써 나갔거나, 이제 보낼 것이 아니에요.
refused-hours-unreadable = 그 시간을 읽지 못했어요. “토요일은 10시부터 6시까지”, “일요일은 쉬어요”처럼 말씀해 주세요.
refused-holidays-unknown = 이 지역({ $zone })의 공휴일은 제가 몰라요. 쉬는 날을 날짜로 말씀해 주세요.
refused-day-hours-unknown = 몇 시부터 몇 시까지인지 같이 말씀해 주세요. 예: “내일은 10시부터 3시까지 해요”
refused-closing-nobody = 이제는 해당되는 분이 없어요.
refused-hour-not-possible = { TIME($at) }부터 { TIME($due) } 사이로 정해 주세요.
refused-not-to-be-switched = 그건 손님께 가는 메시지라 한꺼번에 끌 수 없어요. 손님마다 스스로 정하세요.

### 버튼

button-strike = { $number }번 빼기
button-month-write = 못한 것 적기
button-coming = 갈게요
button-take-back = { $what ->
        [case] 거두기
        [erasure] 지우지 않기
        [time] 거두기
        [vote] 내 표 취소
       *[change] 되돌리기
    }
button-fetch-today = 오늘 갈게요
button-fetch-day = { $day }에 갈게요
button-this-week = 이번 주
button-next-week = 다음 주
button-things-first = { HAS($item) ->
        [yes] { $item } 먼저 찾기
       *[no] 다 된 것 먼저 찾기
    }
button-things-day = 날짜 바꾸기
button-things-of = { $item }{ HAS($promised) ->
        [yes] {" "}{ $promised }
       *[no] {""}
    }
button-things-yes = 그렇게 할게요
button-talk = 사장님과 얘기
button-undo = 되돌리기
button-campaign-problem-season = 철 지난 옷이 쌓였을 때
button-campaign-problem-shape = 모양이 흐트러질 때
button-campaign-problem-queue = 기다리기 번거로울 때
button-campaign-problem-seats = 좋은 자리를 놓쳤을 때
button-campaign-problem-mend = 지난번이 마음에 안 드셨을 때
button-campaign-problem-ask = 저희에게 까닭이 있을 때
button-campaign-own = 직접 쓰기
button-campaign-send = 보내기
button-campaign-letters = 글 보기
button-campaign-back = 뺀 분 다시 넣기
button-campaign-stop = 멈추기
button-campaign-resume = 이어서 보내기
button-campaign-drafts = 복사해서 보낼 글
button-campaign-again = 한 번 더
button-campaign-enough = 그만하기
button-invite = 초대하기
button-campaign = 안부 보내기
button-back = 돌아가기
button-told = 보낸 것
button-cancel = 그만두기
button-carry-on = 이 컴퓨터에서 계속하기
button-key-copied = 복사해 뒀어요
button-import-go = 들여오기
button-import-leave = 그만두기
button-import-stop = 멈추기
button-import-otherwise = 다르게 읽기
button-import-example = 예시 파일 보기
button-kind-customers = 손님 명단
button-kind-visits = 방문 기록
button-kind-orders = 맡은 것
button-kind-appointments = 예약
button-read-day = { DAY($day) } 날짜로 읽기
button-without-guesses = 짐작한 칸 빼기
button-export-keep = 보관하려고요
button-export-books = 세무·장부에요
button-export-move = 다른 데로 옮겨요
button-mended = 해 드렸어요(0원)
button-not-mended = 안 했어요
button-paid = 돈 받았어요
button-anyway = 그래도 적기
button-send = 보내기
button-remove-row = { $number }번 빼기
button-make-one = 같은 분, 합치기
button-two-people = 다른 분이에요
button-save = 바꾸기
button-new-person = 새 손님
button-more = 더 보기
button-previous = ◀ 이전
button-next = 다음 ▶
button-write = 적기
button-write-number = 이 번호로 적기
button-copy-text = 보낼 글 복사
button-copy-piece = 글 복사 { $number }/{ $of }
button-sent-by-hand = 보냈어요
button-not-sending = 안 보낼게요
button-draft-for = { PERSON($name) } 초안
button-recent-deals = 여섯 달 안이면 쓰기
button-see-draft = 글 보기
button-drafts = 초안 보기
button-no-gift = 선물 없이
button-refresh-people = 대상 { $count }분
button-refresh-phone = 번호로 시작
button-refresh-email = 이메일로 시작
button-refresh-start = 시작
button-later = 나중에
button-refresh-stop = 멈추기
button-refresh-go-on = 계속하기
button-refresh-hand = 답 온 분({ $count })
button-number-holds = 맞대요
button-number-wrong = 틀린 번호예요
button-give-email = 이메일 적기
button-give-phone = 번호 확인하기
button-still-right = 지금도 맞아요
button-idea-yes = 할게요
button-idea-no = 안 할게요
button-idea-back = 내 표 취소
button-idea-other = 다른 의견이에요
button-history = 바뀐 내역
button-remember = 기억해 주세요
button-details = 적혀 있는 것
button-things = 맡긴 것 모두
button-visits = 다녀간 내역
button-wrong = 틀린 게 있어요
button-phone = 전화번호
button-email = 이메일
button-name = 이름
button-change-phone = 번호 고치기
button-change-email = 이메일 고치기
button-been-here = 예전에 왔었어요
button-counter-code = 계산대 QR 보여 주기
button-counter-code-again = 새 QR
button-same-person = 본인 맞아요
button-other-person = 아니에요
button-no-messages = 알림 그만 받기
button-nothing-at-all = 모두 끄기
button-again = 다시 받기
button-ads-too = 광고도 받기
button-refuse-ads = 수신거부
button-no-ads = 광고 그만 받기
button-keep-ads = 계속 받기
button-agree = 동의해요
button-no-thanks = 괜찮아요
button-message-settings = 알림 설정
button-no-limits = 시간 제한 없애기
button-turn-off = 이 알림 끄기
button-received = 받은 것 모두
button-take-data = 파일로 받기
button-who-looked = 누가 봤나요
button-erase = 지우기
button-erase-yes = 네, 모두 지워 주세요
button-pass-on = 사장님께 전하기
button-case-withdraw = 거두기
button-case-answer = 답하기
button-case-close = 마무리
button-case-notes = 적어 두기
button-case-right = 맞아요
button-case-other = { $clothes ->
        [yes] 다른 옷
       *[no] 다른 것
    }
button-case-thing = { DAY($on) } { $item }
button-case-none = 이 중에 없어요
button-case-photo = 사진 보내기
button-case-ok = 해결됐어요
button-case-not-yet = 아직이에요
button-unlink = 연결 끊기
button-not-me = 제가 아니에요
button-time = { $at }
button-booking = { $at } { $service }
button-time-yes = 확정
button-time-no = 안 돼요
button-time-other = 다른 시간
button-take-it = 좋아요
button-not-that = 아니요
button-time-withdraw = 거두기
button-cancel-booking = 취소하기
button-move-booking = 시간 바꾸기
button-korean = 한국어
button-english = English
button-copy-number = 번호 복사
button-photos = 사진 { $count }장
button-skip = 건너뛰기
button-enough = 그만하기
button-set-anew = 바꾸기
button-only-these = 이것만 남기기
button-counter-sheet = QR 안내지
button-sending = 보내는 때와 글
button-own-texts = 보내는 글
button-quiet = { $hours ->
        [night] 밤 9시~아침 9시 조용히
        [evening] 저녁 8시~아침 10시 조용히
       *[none] 조용한 시간 없이
    }
button-ads-every = { $days ->
        [1] 광고 하루 하나
       *[other] 광고 { SPAN($days) }에 한 번
    }
button-holidays = { $state ->
        [closed] 공휴일은 쉬어요
       *[open] 공휴일도 열어요
    }

### 큰 버튼

key-share-contact = 📱 내 번호로 확인
key-later = 나중에
key-account = 내 정보
key-change = 고치기
key-help = 도움말
key-drop-off = 맡기기
key-done = 다 됨
key-visit = 방문 적기
key-appointment = 예약
key-lapsed = 뜸한 단골
key-find = 찾기
key-today = 오늘

### 명령어 설명

command-start = 처음 화면
command-help = 할 수 있는 말
command-account = 내 정보
command-mydata = 내 정보와 동의
command-export = 내 기록 파일로 받기
command-delete = 내 기록 지우기
command-stop = 메시지 그만 받기
command-privacy = 개인정보 안내
command-language = 언어 바꾸기
command-cancel = 하던 일 그만두기
command-lapsed = 요즘 안 오신 단골
command-find = 손님 찾기

### 화면(터미널)

console-demo = 가게가 열렸어요. 브라우저에서 여세요: { $address } (멈추려면 Ctrl-C)
console-port-taken = { $port }번 포트를 다른 프로그램이 쓰고 있어요. --port로 다른 번호를 주세요.
console-started = @{ $bot } 준비됐어요. { $shop }의 대화를 기다리고 있어요. 멈추려면 Ctrl-C를 누르세요.
console-stopped = 멈췄어요. 하던 일은 모두 적어 두었어요.
console-claim = 아직 주인이 없어요. 사장님 휴대폰에서 한 번만 이 링크를 열어 주세요: { $link }
console-key-made = 열쇠 파일 { $file }{ JOSA($file, "을/를") } 만들었어요. 잃어버리면 이름·번호·메모를 다시는 읽을 수 없어요. 다른 곳에 따로 복사해 두세요.
console-key-missing = 열쇠 파일 { $file }{ JOSA($file, "이/가") } 없어요. 이 데이터베이스는 그 열쇠로만 열려요. 복사해 둔 열쇠를 그 자리에 두고 다시 시작해 주세요.
console-key-wrong = 이 열쇠는 이 데이터베이스의 것이 아니에요. 처음에 만든 열쇠를 써 주세요.
console-token-refused = 텔레그램이 토큰을 받지 않았어요. @BotFather에서 토큰을 다시 확인해 주세요.
console-already-running = 이 봇이 이미 다른 곳에서 돌고 있어요. 한 곳에서만 켜 주세요.
console-another-poller = 다른 프로그램이 이 봇의 메시지를 읽고 있어요. 같은 토큰을 쓰는 프로그램을 먼저 꺼 주세요.
console-key-malformed = 열쇠를 읽을 수 없어요({ $source }, { $line }번째 줄). 처음에 만든 그대로 두어야 해요.
console-database-newer = 이 데이터베이스는 더 새 판({ $found })의 것이에요. 이 프로그램은 { $known }까지 알아요. 새 판으로 시작해 주세요.
console-copy-damaged = { $file }의 사본이 온전하지 않아 아무것도 바꾸지 않았어요. 디스크를 확인해 주세요.
console-held = 되살리거나 옮겨 온 기록이에요. 사장님이 텔레그램에서 버튼을 누르시기 전에는 손님께 아무것도 보내지 않아요.
console-nothing-here = 여기에는 아직 가게 기록이 없어요. 가게의 .env가 있는 폴더에서 실행해 주세요.
console-exported = 모두 내보냈어요: { $file } (손님 { $customers }분, 방문 { $visits }줄). 이름과 번호가 그대로 보이는 파일이니 잘 두고, 다 쓰시면 지워 주세요.
console-not-empty = { $file } 폴더가 비어 있지 않아요. 빈 폴더를 주거나, 덮어써도 되면 --yes를 붙여 주세요.
console-backed-up = 백업을 만들고 열어서 확인했어요: { $file } (손님 { $customers }분, 방문 { $visits }번)
console-restored = 백업을 되살렸어요: 손님 { $customers }분, 방문 { $visits }번, 마지막 기록 { $at }. 이제 dangol run으로 켜시면 먼저 사장님께 여쭤보고, 그때까지 손님께는 아무것도 보내지 않아요.
console-restore-not-empty = { $file }에 이미 기록이 있어요. 백업은 빈 자리에만 되살려요. 그 기록을 다른 곳으로 옮기거나 DATABASE_URL을 빈 자리로 바꿔 주세요.
console-backup-not-ours = { $file }{ JOSA($file, "은/는") } 단골의 백업 파일이 아니에요.
console-backup-damaged = { $file } 백업이 온전하지 않아요. 잘렸거나 바뀌었어요. 바뀐 것은 없으니 다른 날의 백업으로 해 주세요.
console-backup-other-key = { $file }{ JOSA($file, "은/는") } 다른 열쇠로 잠근 백업이에요. 그 가게의 열쇠를 { $source } 자리에 두고 다시 해 주세요.
console-key-card = 열쇠 카드를 { $file }에 적었어요. 브라우저에서 열어 인쇄하고, 종이를 가게 밖 안전한 곳에 둔 뒤 이 파일은 지워 주세요.
console-file-there = { $file } 파일이 이미 있어요. 다른 이름을 주세요.
paper-key-title = { $shop }의 열쇠
paper-key-what = 이름, 전화번호, 메모, 대화와 백업은 모두 이 열쇠로 잠겨 있어요. 잃어버리면 아무도, 이 프로그램을 만든 사람도 다시 열 수 없어요. 가게 밖 안전한 곳에 두고 아무에게도 보여 주지 마세요. 사진을 찍어 보내지도 마세요.
paper-key-how = 다시 쓸 때: 새 컴퓨터에서 { $file } 파일을 메모장으로 만들고, 아래 줄들을 줄 끝의 -까지 그대로 적어 저장한 다음 dangol restore 백업파일 을 실행하세요. 대문자와 소문자는 상관없어요. 마지막 네 자리는 잘못 적은 것을 알아채는 숫자예요.
paper-key-made = { DAY($on) }에 인쇄
console-no-access = { $file }{ JOSA($file, "을/를") } 쓸 수 없어요: { $reason }
console-migrated = 데이터베이스를 새 판에 맞췄어요: { $steps }
console-nothing-to-migrate = 데이터베이스가 이미 새 판이에요.
console-database-not-opened = 데이터베이스를 열 수 없어요: { $reason }
console-doctor-well = 모두 괜찮아요.
console-doctor-bad = 고칠 것이 { $bad }가지 있어요.
console-sheet-made = 안내지를 { $file }에 그렸어요. A4로 인쇄해 주세요. 링크: { $link }
console-sheet-kind = { $file }{ JOSA($file, "은/는") } 만들 수 없어요. 이름이 .pdf나 .png로 끝나야 해요.
console-file-missing = { $file } 파일이 없어요.
settings-file = { $name } 파일을 읽을 수 없어요. UTF-8 글인지 봐 주세요.
settings-missing = { $name } 값이 없어요. .env 파일에 적어 주세요.
settings-webhook-half = 웹훅을 쓰려면 { $name } 값도 필요해요.
settings-telegram-bot-token = TELEGRAM_BOT_TOKEN이 토큰처럼 보이지 않아요. @BotFather가 준 그대로 붙여 넣어 주세요(123456:ABC… 모양).
settings-telegram-api-url = TELEGRAM_API_URL ‘{ $given }’{ JOSA($given, "은/는") } 주소가 아니에요. 예: https://api.telegram.org
settings-owner-ids = OWNER_IDS의 ‘{ $given }’{ JOSA($given, "은/는") } 텔레그램 번호가 아니에요. 숫자를 쉼표로 나누어 적어 주세요.
settings-shop-preset = SHOP_PRESET ‘{ $given }’{ JOSA($given, "은/는") } 없는 가게 종류예요. laundry, salon, cafe, theatre 가운데 하나예요.
settings-shop-language = SHOP_LANGUAGE ‘{ $given }’{ JOSA($given, "은/는") } 할 줄 몰라요. ko 또는 en이에요.
settings-shop-timezone = SHOP_TIMEZONE ‘{ $given }’{ JOSA($given, "은/는") } 없는 시간대예요. 예: Asia/Seoul
settings-shop-currency = SHOP_CURRENCY ‘{ $given }’{ JOSA($given, "은/는") } 통화 이름이 아니에요. 예: KRW
settings-database-url = DATABASE_URL을 알아볼 수 없어요. 예: sqlite:///data/dangol.db, postgresql://…
settings-webhook-url = WEBHOOK_URL ‘{ $given }’{ JOSA($given, "은/는") } 주소가 아니에요. https://로 시작해야 해요.
settings-webhook-secret = WEBHOOK_SECRET에는 영문자, 숫자, _와 -만 쓸 수 있어요(256자까지).
settings-webhook-port = WEBHOOK_PORT ‘{ $given }’{ JOSA($given, "은/는") } 1부터 65535 사이의 수가 아니에요.
settings-retention-years = RETENTION_YEARS ‘{ $given }’{ JOSA($given, "은/는") } 쓸 수 없는 수예요.
settings-smtp-url = SMTP_URL을 알아볼 수 없어요. 예: smtps://이름:암호@mail.example.com:465
settings-interpreter-url = INTERPRETER_URL ‘{ $given }’{ JOSA($given, "은/는") } 쓸 수 없어요. 예: https://api.example.com/v1, 가게 안의 컴퓨터라면 http://localhost:11434/v1
settings-interpreter-key = INTERPRETER_KEY에 쓸 수 없는 글자가 있어요. 받은 키만 그대로 붙여 주세요.
settings-log-level = LOG_LEVEL ‘{ $given }’{ JOSA($given, "은/는") } 없어요. DEBUG, INFO, WARNING, ERROR 가운데 하나예요.

### 캠페인

campaign-whom = { $away ->
        [yes] { HAS($days) ->
            [no] 요즘 안 오시는
           *[yes] { GAP($days) } 넘게 안 오신
        }
       *[no] 자주 오시는
    } { $regulars ->
        [yes] 단골
       *[no] 손님
    }
campaign-whom-invited = { $months }개월 동안 { $shows }편 이상 보신 관객
campaign-whom-shown = 방금 보신 목록의 손님
campaign-ask = { $whom } { $total }분 가운데 { $asked }분께 보낼 수 있어요. { $hand } <b>손님의 어떤 어려움을 풀어 드리나요?</b> 이것이 없으면 보내지 않아요.
invitation-ask = { $whom } { $total }분 가운데 { $asked }분께 보낼 수 있어요. { $hand } <b>무엇에 초대할까요?</b> 작품과 날짜, 시간을 한 문장으로 적어 주세요. 예: 12월 3일 저녁 7시 〈햄릿〉 첫 공연에 자리를 마련해 두었어요.
campaign-by-hand = 봇이 닿지 않는 { $count }분께는 복사해서 보내실 글을 드려요.
campaign-nobody-left = { $whom } 가운데 지금 보낼 수 있는 분이 없어요. 안부도 법으로는 광고라서, 오셨을 때 QR로 연결하고 받겠다고 하신 분께만 보내요.
campaign-write-problem = 손님께 무엇이 좋은지 한 문장으로 적어 주세요. 예: 지난번 색이 빨리 빠지셨다면 이번엔 그냥 잡아 드려요.
campaign-own-problem = { $text }
campaign-problem-season = 철이 바뀌어 넣어 둘 옷이 쌓였다면, 맡기실 때 말씀해 주세요. 오래 두어도 괜찮게 손봐 드려요.
campaign-problem-shape = 손질이 어려워질 때가 되셨을 거예요. 집에서 만지기 쉬운 모양으로 다시 잡아 드려요.
campaign-problem-queue = 기다리기 번거로우셨다면, 오시기 전에 말씀해 주세요. 오시는 시간에 맞춰 둘게요.
campaign-problem-seats = 좋은 자리를 놓치셨다면, 원하시는 날을 알려 주세요. 먼저 살펴 드려요.
campaign-problem-mend = 지난번에 마음에 안 드신 곳이 있으면 말씀해 주세요. 다시 봐 드려요.
campaign-problem-ask = 뜸해지신 까닭이 저희에게 있으면 알려 주세요. 고칠 수 있는 것은 고칠게요.
campaign-preview = { $asked ->
        [0] <b>{ $whom }</b>: 봇이 보내는 분은 없어요.
       *[other] <b>{ $whom } { $asked }분께</b> 보내요. 번호를 누르면 그분은 빼요.
    }
    { $invites ->
        [yes] 초대하는 것
       *[no] 풀어 드리는 것
    }: { $problem }
    { $rows }
    { $page }
    { $hand }
    { $struck }
    { $invites ->
        [yes] 비교하려고 남기는 분 없이 모두 초대해요.
       *[no] { $held ->
            [0] 사람이 적어 비교하려고 남기는 분은 없어요.
           *[other] 효과를 보려고 { $held }분은 제비로 뽑아 보내지 않고, { $sending }분께 보내요.
        }
    }
campaign-row = { $number }. { PERSON($name) }{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    } { HAS($usual) ->
        [no] 오신 지 { GAP($away) }
       *[yes] 평소 { GAP($usual) }, 지금 { GAP($away) }째
    } · 마지막 { DAY($last) }
campaign-struck = { PERSON($name) }을 뺐어요.
campaign-left-out = 봇이 보내지 않는 <b>{ $total }분</b>과 까닭이에요.
    { $rows }
    { $page }
campaign-out-row = · { PERSON($name) }{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    }: { $why }
campaign-out-struck = 사장님이 빼셨어요
campaign-out-hand = 텔레그램에 없어요. 보내실 글을 드릴 테니 직접 보내 주세요
campaign-out-unreachable = 닿을 길이 없어요
campaign-out-open-case = 답을 기다리고 계세요. 그 답이 먼저예요
campaign-out-never-here = 아직 오신 적이 없어요
campaign-out-other-language = 다른 말로 읽으시는데 그 말로 쓴 글이 없어요
campaign-out-not-now = 지금은 보낼 수 없는 시간이에요
campaign-out-sent-already = 이미 보냈어요
campaign-letters = { $total }분께 갈 글이에요. 앞에 (광고)와 가게 연락처가, 뒤에 수신거부가 저절로 붙어요.
    { $rows }
campaign-letter = <b>{ PERSON($name) }</b>{ HAS($last4) ->
        [yes] ({ $last4 })
       *[no] {""}
    }
    { $message }
campaign-message = { PERSON($name) }, { HAS($usual) ->
        [no] 오신 지 { GAP($away) }{ JOSA(GAP($away), "이/가") } 되어
       *[yes] 평소 { GAP($usual) }마다 오셨는데 { GAP($away) }째라
    } 안부 드려요. { $problem }{ HAS($who) ->
        [yes] {" "}— { $who }
       *[no] {""}
    }
invitation-message = { PERSON($name) }, 저희 공연을 여러 번 찾아 주셔서 초대드려요. { $problem }{ HAS($who) ->
        [yes] {" "}— { $who }
       *[no] {""}
    }
campaign-started = { $sending ->
        [0] {""}
       *[other] { $sending }분께 낮 시간에 조금씩 보내요. 비교하려고 남긴 분은 { $held }분이에요. { $days }일을 지켜본 다음 결과를 알려 드려요. “캠페인 멈춰”라고 하시면 바로 멈춰요.
    }
    { $drafts }
campaign-drafts = 봇이 닿지 않는 { $count }분께는 복사해서 보내실 글을 써 드려요.
campaign-left = 네, 보내지 않을게요.
campaign-stopped = 멈췄어요. { $sent }분은 이미 받으셨고, { $spared }분께는 보내지 않아요.
campaign-resumed = 이어서 보내요. 아직 받지 않으신 { $sending }분께, 같은 시간과 같은 빠르기로 가요.
campaign-removed = { $held ->
        [yes] { PERSON($name) }은 비교하려고 남긴 분이라 어차피 보내지 않아요.
       *[no] { PERSON($name) }께는 보내지 않을게요.
    }
campaign-enough = 네, 여기까지 할게요. 더 보내는 것은 없어요.
campaign-result = <b>{ DAY($on) } { $whom }</b>: 보낸 { $sent }분 중 { $came }분, 안 보낸 { $held }분 중 { $held-came }분이 { $days }일 안에 오셨어요.
    { $compared }
    { $early }
    수신거부 { $refused }분
    { $not-sent }
    { $running }
    { $stopped }
campaign-compared = 차이 { $points }%p, { $verdict ->
        [more] 보낸 분들이 더 오셨어요
        [fewer] 보낸 분들이 덜 오셨어요
       *[unsure] 사람이 적어 우연일 수 있어요
    }({ $lowest }~{ $highest }%p).
campaign-not-compared = 비교할 분이 없어 효과는 알 수 없어요.
campaign-early = 아직 { $days }일 더 봐야 견줄 수 있어요.
campaign-not-sent = 뽑혔지만 못 보낸 분 { $count }분. 까닭은 “못 보낸 메시지 있어?”
campaign-running = 보내는 중이에요. { $count }분 남았어요.
campaign-was-stopped = 도중에 멈춘 캠페인이에요.
refused-campaign-everybody = 모두에게 한꺼번에 보내지는 않아요. “한 달 넘게 안 온 단골한테 안부 보내줘”처럼 누구인지 말씀해 주세요.
refused-campaign-nobody = 보낼 분이 없어요.
refused-campaign-too-many = 한 번에 { $most }분까지예요. 지금 목록은 { $total }분이라 좁혀 주세요.
refused-campaign-runs = 지금 보내는 캠페인이 있어요. 끝나거나 “캠페인 멈춰”라고 하신 뒤에 시작할 수 있어요.
refused-campaign-no-list = 어느 분들인지 몰라요. 먼저 목록을 보신 다음 말씀해 주세요. 예: 요즘 누가 안 와?
refused-campaign-problem = 손님의 어떤 어려움을 풀어 드리는지 적어야 보낼 수 있어요. 보내고 싶다는 것만으로는 보내지 않아요.
refused-campaign-problem-long = { $most }자까지 적어 주세요. 손님은 짧은 글을 읽어요.
refused-campaign-not-in-it = { PERSON($person) }은 이 캠페인에 없어요.
refused-campaign-sent-already = { PERSON($person) }께는 이미 갔어요.
refused-campaign-none = 보낸 캠페인이 아직 없어요. “한 달 넘게 안 온 단골한테 안부 보내줘”로 시작해요.
refused-campaign-none-runs = 지금 보내는 캠페인이 없어요.
refused-law-label = 광고에는 “(광고)” 표시와 가게 이름·연락처가 법으로 꼭 있어야 해요. 그래서 뺄 수 없고, 제가 알아서 붙여요.
refused-law-refusal = 광고에는 손님이 무료로 거부하실 길이 법으로 꼭 있어야 해요. 그래서 뺄 수 없어요.
refused-law-night = 밤 9시부터 아침 8시까지는 야간 광고를 따로 받겠다고 하신 분께만 광고를 보낼 수 있어요. 다른 분께는 아침에 가요.
refused-law-consent = 광고는 받겠다고 하신 분께만 보낼 수 있어요. 다른 분께는 예약이나 완성 알림처럼 꼭 필요한 것만 가요.
refused-law-often = 한 분께 광고는 하루에 하나까지예요. 이보다 자주는 보내지 않아요.
refused-campaign-none-stopped = 멈춘 캠페인이 없어요. 끝난 것을 한 번 더 보내시려면 “지난번 안부 효과 있었어?”라고 하세요.
refused-campaign-no-contact = 광고에는 가게 이름과 연락처가 있어야 해요. “연락처는 02-123-4567이야”처럼 알려 주세요.
refused-campaign-gone = 이 캠페인은 이미 보냈거나 그만두었어요.
unsent-campaign-stopped = 사장님이 캠페인을 멈추셨어요

### 보낸 메시지와 그 까닭

told = <b>{ PERSON($name) }</b>께 간 메시지예요. 모두 { $total }건.
    { $rows }
    { $page }
told-none = { PERSON($name) }께는 먼저 보낸 메시지가 없어요.
told-row = · <b>{ $kind }</b> { $at }{ $outcome ->
        [sent] 에 보냄
        [uncertain] 에 보냄, 갔는지는 몰라요
        [waiting] 에 정함, 아직 안 감
       *[dropped] 에 정함, 안 보냄
    }{ HAS($planned) ->
        [yes] , { $planned }에 정함
       *[no] {""}
    }{ HAS($why) ->
        [yes] {" "}({ $why })
       *[no] {""}
    }{ HAS($answered) ->
        [yes] , { $answered }에 답하심
       *[no] {""}
    }
    { $rule } { $approved ->
        [owner] 정한 사람: 사장님.
       *[rule] 정해 둔 규칙대로.
    }
told-rule = { $event ->
        [remind] 예약 전날 알림
        [soon] 예약 몇 시간 전 알림
        [moved] 예약을 옮김
        [cancelled] 예약을 취소함
        [ready] 다 됨
        [late] 약속이 늦어짐
        [closed-days] 예약이나 맡긴 것과 상관있는 쉬는 날
        [uncollected] 다 되고 오래 안 찾아감
        [thanks] 다녀가신 날의 내역
        [nth] 약속한 방문 횟수를 채움
        [birthday] 생일
        [statement] 분기 정리, 바뀐 것이 있을 때만
        [campaign] 목록에 있던 분께 안부
        [winback] 늦은 단골께 안부
        [introduced] 소개로 한 분이 오심
        [refresh] 오래된 연락처
        [refresh-gift] 연락처를 확인해 주신 답례
        [personal] 직접 쓴 글
        [consent-check] 동의 2년 확인
        [points-end] 곧 없어질 포인트
        [prepaid-rests] 오래 쓰지 않은 선불
        [mail-failed] 확인 메일을 보내지 못함
        [link-tried] 다른 대화가 손님 기록에 이으려 함
        [link-opened] 손님 기록을 대화에 이음
        [link-closed] 이은 대화를 끊음
        [link-restored] 끊은 대화를 다시 이음
       *[other] 손님 말씀에 답함
    }.
