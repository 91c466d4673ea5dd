# Words of the interface in English.

date = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
in-year = { $date } { $year }
events-of-day = events of { $date }
events-of-month = { $month ->
    [1] events of January
    [2] events of February
    [3] events of March
    [4] events of April
    [5] events of May
    [6] events of June
    [7] events of July
    [8] events of August
    [9] events of September
    [10] events of October
    [11] events of November
   *[12] events of December
}
events-of-year = events of { $year }

# Attribution
original = in { $language } in the article
translation = Translation: { $text }
language-fr = French
language-en = English
language-ru = Russian
language-uk = Ukrainian
said-quote = quoted in the article
said-quote-via = quoted in the article, relayed by { $outlet }
said-partly = partly quoted in the article
said-partly-via = partly quoted, relayed by { $outlet }
said-paraphrase = as the article words it
said-paraphrase-via = relayed by { $outlet }
told = The article says so, quoting nobody
told-via = Reported by { $outlet }
source = Source: { $title } · { $events } · { $count ->
    [one] paragraph { $paragraphs }
   *[other] paragraphs { $paragraphs }
}
source-without-date = Source: { $title } · { $count ->
    [one] paragraph { $paragraphs }
   *[other] paragraphs { $paragraphs }
}

# Dialogue
choose = Which did you mean?
none-of-these = None of these
rejected = All right. Then I found no answer to that in the article.
abstain = I found no answer to that in the article.
abstain-near = { $count ->
    [one] I found no answer to that in the article. The nearest question:
   *[other] I found no answer to that in the article. The nearest questions:
}
abstain-short = I found no answer to that in the article { $title }.
rejected-many = All right. Then I found no answer to that in the articles.
abstain-many = I found no answer to that in the articles.
abstain-near-many = { $count ->
    [one] I found no answer to that in the articles. The nearest question:
   *[other] I found no answer to that in the articles. The nearest questions:
}
abstain-short-many = I found no answer to that in my articles.
not-served = I do not speak that language; I answer in { $language }.
no-words = Ask your question in words, and I will look for the answer.
stale = That is no longer available: the question or the article is gone. Please send your question or command again.
outdated = This button is from before an update. Please send your question or command again.

# Conversation
courtesy-greeting = { $number ->
    [0] Hello! What would you like to know about the article?
    [1] Hello! Ask me something about the article.
   *[other] Hello! What are you looking for in the article?
}
courtesy-wellbeing = { $number ->
    [0] All well, thank you. What would you like to know?
    [1] Very well, thanks. A question about the article?
   *[other] A bot is always well. What are you looking for?
}
courtesy-thanks = { $number ->
    [0] You are welcome.
    [1] My pleasure.
   *[other] Any time.
}
courtesy-farewell = { $number ->
    [0] Goodbye!
    [1] See you!
   *[other] Take care!
}
courtesy-praise = { $number ->
    [0] Thank you!
    [1] That is kind, thank you.
   *[other] Thanks, good to hear.
}
courtesy-insult = { $number ->
    [0] Sorry if I did not help. Try other words.
    [1] A pity. Put it another way, and I will look again.
   *[other] I do my best. Ask me something about the article.
}
courtesy-reaction = { $number ->
    [0] All right.
    [1] Good.
   *[other] Very well.
}
courtesy-emoji = { $number ->
    [0] 🙂
    [1] 👍
   *[other] 🙂
}
courtesy-bot = { $number ->
    [0] I am a bot: I answer from an article, with answers that people wrote.
    [1] Yes, a bot. My answers were written and checked by people.
   *[other] Just a bot that looks into an article and always says who said what.
}
courtesy-maker = { $number ->
    [0] People wrote my answers; /privacy says who runs me.
    [1] /privacy says who runs me.
   *[other] People made me, answers included. How to reach them: /privacy.
}
courtesy-opinion = { $number ->
    [0] I have no opinion: I only tell who says what in the article.
    [1] I take no side. Ask me what somebody in the article says about it.
   *[other] That is not for me to judge; I can tell you who says what.
}
languages-offered = I speak these languages, and answer in that of your question:
no-such-command = I do not know that command; perhaps one of these helps:
nothing-before = What is that about? Ask something about the article first.
nobody-meant = I cannot tell who is meant: nobody in the last answer fits. Please ask again with the name.
nothing-to-check = What shall I check? Reply to the message you mean, or send me its words.
nothing-said-there = That message says nothing that I could check. Reply to the one that makes the claim.
not-judged = I cannot judge that; this is who says so:
choose-for = { $question } Which did you mean?
several-short = I found no answer to { $question }.
several-beyond = I answer three questions at a time. Still to ask: { $questions }
facet-speaker-unknown = The article says so itself, quoting nobody.
facet-identity-unknown = The article does not say who that is.
facet-venue-unknown = The article does not say where.
facet-date-unknown = The article does not say when.
facet-addressee-unknown = The article does not say to whom.
facet-outlet-unknown = The article credits no news outlet for that.
facet-outlet = { $outlet } reports it.
facet-quote-unknown = The article does not quote those words.
facet-quote-whole = Yes, the article quotes these words:
facet-quote-partly = In part: the article paraphrases, and quotes these words:
facet-quote-none = No, the article paraphrases and quotes no words.
facet-quote-report = No, the article reports it without quoting anybody’s words.
facet-reason-unknown = The article gives no reason for that.
facet-more-unknown = The article says no more about that.
facet-else-unknown = The article reports nothing else from them.
facet-explanation-unknown = The article explains no more. Perhaps this helps:
facet-others-unknown = The article reports nobody else on this.
card-author-unknown = The article does not say who wrote it.
card-publisher-unknown = The article does not say who published it.
card-published-unknown = The article does not say when it was published.
card-link-unknown = I have no link to the article.
privacy-context = So that you can go on (“where?”), I keep for { $days } which answer each of my messages gives, in which language and when, never the words. In private, /forget deletes that.

# Browsing
topics-title = Topics of the article
topics-button = All topics
article-button = About the article
people-title = Who says what
people-button = Who said what?
next-page = More
previous-page = Back
topics-of = Topics: { $title }
people-of = Who says what: { $title }
articles-title = Articles
articles-button = All articles
articles-search = To look for one, add a word or two: /articles ceasefire
articles-found = Articles that match your words
articles-not-found = No article matches those words.
articles-gone = The articles that this group chose are gone. An administrator can choose others in /settings.
articles-more = { $count ->
    [one] One more article matches; add a word to narrow the search.
   *[other] { $count } more articles match; add a word to narrow the search.
}
article-settle = Talk about this article
article-release = ✓ The one we talk about
article-settled = If a question does not say which article it is about, I now take it to be about this one.
article-released = If a question does not say which article it is about, I now take it to be about the one I answered from last, or else the newest.
article-other = Article: { $title }
article-also = Also in: { $title }
sources-title = Sources
source-place = Place: { $place }
source-publisher = Publisher: { $publisher }
source-author = Author: { $author }
article-people = Who appears in the article: { $names }
source-unknown = Not stated: { $missing }
missing-date = date
missing-year = year
missing-place = place
missing-publisher = publisher
missing-author = author
missing-link = link
source-outlets = News outlets that the article credits: { $outlets }
source-no-outlets = The article credits no news outlet
source-entries = { $entries ->
    [one] { $entries } answer
   *[other] { $entries } answers
} written and checked by hand, from { $sentences ->
    [one] { $sentences } numbered sentence
   *[other] { $sentences } numbered sentences
}

# Help
welcome = I answer questions about a news article, and always say who said what, where, and who relayed it. Where the article is silent, I say that too.
welcome-many = I answer questions about news articles, and always say who said what, where, and who relayed it. Where the articles are silent, I say that too.
welcome-articles = { $count ->
    [one] The article:
   *[other] The articles:
}
welcome-more = and { $count } more: /articles
welcome-ask = Just write your question, in any of these languages:
greeting = I answer questions about an article, “{ $title }”, and always say who said what, where, and who relayed it.
greeting-how = How to ask me:
greeting-look-up = /ask@{ $username } in reply to a message: I look up what the article says about it
greeting-quiet = I speak only when spoken to. “{ $remove }” takes an answer of mine away; for the rest, administrators can use /settings, or remove me from the group.
greeting-ambient = Here I also answer unasked, when I am very sure; administrators can stop that in /settings. “{ $remove }” takes an answer of mine away.
help-in-private = Help in private
help-commands = Commands
command-ask = ask a question
command-article = what the article is about
command-articles = the articles I know
command-topics = browse the topics
command-who = who said what
command-sources = where the answers come from
command-help = this help
command-quit = leave
unknown-command = I do not know the command { $command }. /help lists them.
terminal-prompt = Your question
terminal-no-button = No button has the number { $number }.
terminal-own-command = In a terminal, that is a command of its own: { $command }
terminal-keeps-nothing = In a terminal, I keep nothing of what you ask.

# Buttons, inline mode
remove-button = Remove
not-yours = Only the person who asked, or an administrator, can do that.
not-removed = Telegram does not let me remove this message.
inline-button = Ask in private
open-in-private = Open in private

privacy-title = What I keep
privacy-short = I keep your messages only until I have answered them. For a limited time I then keep numbers of messages, your votes, and questions that I could not answer, without your name; the settings of chats stay for as long as I am in use. My logs do not hold your words. /forget deletes your votes and your unanswered questions from today.
privacy-more = In full
privacy-messages = Your messages and the buttons you press are stored, with the name and the id that come with them, until I have answered, usually in less than a second; then everything is deleted but a number, which is kept for { $handled }. If answering fails, all of it is kept for { $failed }, so that whoever runs me can find out why.
privacy-replies = For { $days } I keep which of my messages answers which of yours, by their numbers and that of the chat, with a fingerprint of the question that does not give its words away, so that I can correct my reply when you correct the question. The same goes for a choice that I offer where I am not a member: a fingerprint of it and the number of the request.
privacy-chats = Of a chat I keep, under its number and for as long as I am in use, its settings (language, whether I answer unasked, when I may repeat an answer, which articles I answer from, which one is talked about), the supergroup that it has become, if any, whether I have told it that I need words, and whether it lets me write. For a short while, in memory only, I also know which article I last answered from there. In a private chat that number is also yours; beyond that, neither your name nor your id is kept. Buttons in a group carry the id of whoever asked; it is Telegram that keeps them.
privacy-logs = My logs hold neither your words nor your name.
privacy-embeddings = So that I understand questions whose words I do not know, the text of each question goes to an embeddings server ({ $host }), which turns it into numbers. Neither your name, nor your id, nor the chat goes with it. What that server keeps is up to whoever runs it; I keep the numbers in memory only, for a short while.
privacy-contact = The person who runs me can be reached here: { $contact }
command-privacy = what I keep

unknown-sends = { $count ->
    [one] One reply may or may not have arrived: the connection broke or I was stopped just then. It is not sent again, lest it arrive twice.
   *[other] { $count } replies may or may not have arrived: the connection broke or I was stopped just then. They are not sent again, lest they arrive twice.
}
article-kept = The files of the article “{ $article }” contain errors. I go on answering from its last sound version.
article-left-out = The files of the article “{ $article }” contain errors, so I leave it out.
more-findings = { $count ->
    [one] And one more: “selon check” lists them all.
   *[other] And { $count } more: “selon check” lists them all.
}
no-articles = KNOWLEDGE_DIR no longer holds a single article that I can use. I go on answering from the last sound versions. { $reason }
no-embeddings = Questions are matched by their words alone, since no embeddings are to be had. I keep trying. { $reason }

# Review, for curators
review-none = Nothing asked in vain is left to review.
review-title = Asked in vain: { $groups ->
    [one] one group
   *[other] { $groups } groups
} to review
review-times = { $count ->
    [one] once
   *[other] { $count } times
}
review-more = { $count ->
    [one] one more wording, kept for later
   *[other] { $count } more wordings, kept for later
}
review-abstained = { $count }× no answer
review-rejected = { $count }× “None of these”
review-down = { $count }× 👎
review-variant = Same as: { $question }
review-wanted = Needs a new entry
review-outside = Out of scope
review-skip = Skip
review-same = Asked in vain, and to be answered like this from now on:
review-teach = { $count ->
    [one] A variant of this
   *[other] { $count } variants of this
}
review-back = Back
review-learning = One moment: I am learning that.
review-undo = Undo
review-taught = { $count ->
    [one] One wording learnt; it now leads to { $question }.
   *[other] { $count } wordings learnt; they now lead to { $question }.
}
review-excluded = { $count ->
    [one] { $question } is out of scope from now on.
   *[other] { $count } wordings such as { $question } are out of scope from now on.
}
review-is-wanted = { $question } is marked as needing a new entry.
review-skipped = Skipped: { $question }.
review-changed = That group has changed in the meantime. This is how things stand:
review-undone = Undone: it is up for review again.
review-not-undone = There is nothing left to undo.
review-refused-unusable = { $text } cannot be taught: it holds no word, or nothing is served in its language.
review-refused-collision = { $text } cannot be taught: it is already a variant of { $question }.
review-refused-negative = { $text } cannot be taught: it is listed as out of scope.
review-refused-flip = That cannot be taught: { $text } would no longer be answered as it is now.
review-refused-flip-to = That cannot be taught: { $text } would be answered with { $question }.
review-prompt = Number, or /quit
command-review = review what was asked in vain
command-stats = what questions came to, in numbers

# Votes, questions asked in vain, privacy
vote-up = Counted, thank you. Press 👍 again to withdraw your vote.
vote-down = Counted; thank you for telling me. Press 👎 again to withdraw your vote.
vote-withdrawn = Your vote is withdrawn.
forgotten = { $count ->
    [0] I keep no votes of yours.
    [one] Done: I have deleted your one vote.
   *[other] Done: I have deleted your { $count } votes.
}
forgotten-questions = { $count ->
    [one] I have deleted your one question from today that was left unanswered.
   *[other] I have deleted your { $count } questions from today that were left unanswered.
}
command-forget = delete my votes
days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
privacy-posted = Of a group I keep for { $days } which of my messages there answers what, by the numbers of the group, the topic and the message, so that I can point to an answer instead of repeating it.
privacy-taps = So that a button pressed several times does its work once, I keep for about { $hours } h a fingerprint of the press that nobody can trace without my key, with the number of the update and the moment of the message’s last change.
privacy-votes = If you press 👍 or 👎, I keep the vote for at most { $days }, with the answer, its language and the day. In place of you and of the message I keep fingerprints that nobody can trace without my key. You can change or withdraw your vote; /forget deletes all of yours.
privacy-misses = A question that I cannot answer, or whose answer does not help, is kept for at most { $days }, with its language, the kind of chat, the nearest answer and its score, how it failed, the day and what was made of it, but not who asked it or where. Links, @names, email addresses and long numbers are taken out first. Where a button was pressed, a fingerprint of the message is kept too. If every 👎 is withdrawn before the question has been dealt with, it disappears as well. So that nobody floods me with them, a fingerprint of whoever asked is kept with it until the day is over (UTC); until then, /forget deletes the question too.
privacy-taught = Whoever runs me can teach me to recognise such a question, without whatever was taken out of it, with its answer, its language and the day. It is kept until I am made to forget it, or until it has become part of my published knowledge.
privacy-counts = I count, for at most { $days }, how many questions came to what, by day, kind of chat, language and answer: totals, without anybody’s questions.
privacy-keys = I also keep the keys to the fingerprints and to my buttons, with the time when they were made, and my own number. They say nothing about you.

# Settings of a chat
command-settings = the settings of this chat
command-language = the language of this chat
settings-title = Settings of the group
settings-administrators = Only administrators of the group can see and change its settings.
administrators-unknown = I could not ask Telegram whether you are an administrator. Please try again in a moment.
settings-in-private = Set up in private
settings-of-groups = A group has settings of its own: an administrator sends /settings there, then changes them on the spot or here.
settings-gone = That setting no longer exists. Please send /settings again.
settings-line = { $name }: { $value }
settings-language = Language
settings-language-about = I answer in the language of the question. Where the question does not tell it, and in everything else I say, I speak the one you choose here, or else that of your app.
settings-automatic = automatic
settings-ambient = Answer unasked
settings-ambient-about = I can also answer questions put to the whole group, not to me, but only when I am very sure of the answer.
settings-cannot-read = I cannot read this group’s messages: only commands, mentions and replies reach me. For me to answer unasked, make me an administrator of the group, or have whoever runs me turn off privacy mode in @BotFather (/setprivacy), then remove me from the group and add me again.
settings-articles = Articles
settings-articles-about = Which articles do I answer from in this group? Unless you choose, from all of them, new ones included.
settings-articles-all = all
settings-articles-some = { $count } of { $number }
settings-articles-gone = none left
settings-articles-previous = Previous page
settings-on = yes
settings-off = no
settings-repeat = Repeats
settings-repeat-about = When an answer has been given here a short while ago, I point to it instead of repeating it. After how long may I repeat it?
settings-no-wait = always
settings-minutes = { $count ->
    [one] after { $count } minute
   *[other] after { $count } minutes
}
settings-hours = { $count ->
    [one] after { $count } hour
   *[other] after { $count } hours
}
settings-days = { $count ->
    [one] after { $count } day
   *[other] after { $count } days
}

# Statistics
stats-title = Statistics: { $period } (UTC)
stats-period = { $first } – { $last }
stats-questions = { $count ->
    [0] No questions
    [one] { $count } question
   *[other] { $count } questions
}
stats-line = { $name }: { $number }
stats-line-share = { $name }: { $number } ({ NUMBER($share, style: "percent") })
stats-number = { $number }
stats-outcomes = What came of them
stats-answer = answered
stats-choose = a choice offered
stats-abstain = no answer found
stats-misses = Asked in vain: { NUMBER($share, style: "percent") }
stats-open = open for review
stats-places = Where they were asked
stats-private = in private
stats-group = in groups
stats-ambient = in groups, unasked
stats-guest = in guest mode
stats-languages = Languages
stats-beside = Not counted as questions
stats-inline = inline queries
stats-button = answers by button
stats-edit = corrected questions
stats-silent = messages left unanswered
stats-votes = Votes
stats-entry = { $number } × { $name }
stats-vote = { $name } 👍 { $count } 👎 { $number }
stats-days = { $count ->
    [one] The last day: { $number }
   *[other] The last { $count } days: { $number }
}
stats-entries = Most-read answers
stats-by-day = Questions by day (UTC)
stats-no-picture = With the extra plot installed, I draw this as a picture too.
stats-which-days = Give a number of days from 1 to { $count }: /stats 7

# Quiet in groups
pointer = Answered just above.
pointer-named = the answer is just above.
too-much = That is a lot of questions at once. I will answer again in a little while.
