"""English tables, already folded; the package docstring tells the format.

Auxiliaries that open a yes-no question ("is", "did", "can") are question words and therefore not stop words.
"""

STOP_WORDS: str = """
a an the i me my myself you your yours yourself yourselves he him his himself she her hers herself it its itself
we us our ours ourselves they them their theirs themselves
this that these those there here then
am be been being had having doing shall might must ought get gets got getting gotten going let lets
of in on at to from by for with about into onto through upon within between among amongst per via as than toward towards
and or but if so because while whereas although though unless until till since whether however therefore thus hence
also too very just only even quite rather really actually basically literally simply still again yet ever already
some any each every all both either other others another such same own much many more most few several enough
someone somebody something anyone anybody anything everyone everybody everything somewhere anywhere
please kindly well like um uh umm uhh er hmm hm huh eh btw imo imho tbh ngl afaik iirc fyi lowkey anyway anyways
maybe perhaps guys dude bro tf
"""

NEGATIONS: str = """
not no never none nothing nobody nowhere neither nor without cannot hardly
"""

QUESTION_WORDS: str = """
person: who, whom, whose, who is, who tf, who tf is, who the hell, who the fuck, which person, what person, which people
place: where, whereabouts, which country, what country, which countries, which city, what city, which place, what place
place: what location, what address, what is the address, which town, which part of
time: when, what time, which day, what day, what date, which date, what is the date, what year, which year, what month
time: which month, what hours, how soon, how late, how early, how long ago, how recently
duration: how long, how much time, how much longer, how many seconds, how many minutes, how many hours
duration: how many days, how many weeks, how many months, how many years, what duration, what is the duration
duration: what was the duration
number: how many, how much, how often, how far, how tall, how high, how large, how big, how expensive, how frequently
number: what number, which number, what is the number, what percentage, what percent, what price, what is the price
number: what amount, what is the cost
reason: why, how come, what for, what reason, what is the reason, what was the reason, what caused
reason: what is the cause, what is the purpose, what is the point, what made, why tf, why the hell, why the fuck
manner: how, how tf, how the hell, in what way, in which way, by what means
thing: what, which, what is, what are, what kind of, what sort of, what type of, what about, what tf is, what the hell
thing: what the fuck, what the heck, wtf is, wtf are, wtf was, wtf happened, wth is, which one
name: what is the name, what was the name, what are the names, what is his name, what is her name, what is its name
name: what is your name, what is their name, what name, which name, what is it called, what is he called
name: what is she called, what do you call, how is it called
age: how old, what age, which age, what is the age, what is his age, what is her age, how young
yes-no: is, are, was, were, do, does, did, has, have, can, could, will, would, should, may i, may we, is it true
yes-no: true or false
"""

KIND_WORDS: str = """
duration: duration, length, lasted, lasts
time: date, dates
reason: reason, reasons, motive
place: location, venue, address
number: price, cost, amount
age: age
"""

SMALL_TALK: str = """
hi, hello, hey, hiya, yo, sup, greetings, hi there, hello there, hey there, hello everyone
hi everyone, hey guys, good morning, good afternoon, good evening, good night, good day, goodnight, gm, gn
happy birthday, happy new year, merry christmas, have a nice day, have a good day, good luck
how are you, how are you doing, how is it going, how do you do, how r u, hru, what is up, whats up, what's up, wassup
nice to meet you, welcome
thanks, thank you, thank you very much, thank you so much, thanks a lot, many thanks, thx, tnx, ty, tysm
cheers, you are welcome, yw, my pleasure, no problem, np, no worries, nvm, never mind
bye, goodbye, bye bye, see you, see ya, see you later, see you soon, farewell, take care, ttyl, brb, gtg, g2g
ok, okay, kk, okie, alright, all right, yes, yeah, yep, yup, sure, of course, exactly
got it, i see, understood, makes sense, great, cool, nice, awesome, amazing, perfect, excellent
wonderful, wow, whoa, oh, ah, oops, ouch, omg, oh my god, damn, wtf, wth
smh, bruh, sorry, my bad, excuse me, pardon, congrats, congratulations, well done, good job, nope, nah
good bot, bad bot, no way, oh no, interesting, i love you, ily, too bad
lol, lmao, lmfao, rofl, haha, hahaha, hehe, xd
be right back, got to go, talk to you later, see you tomorrow
"""

ABBREVIATIONS: str = """
you: u, yu, ye
your: ur, yr
you are: yer
yours: urs
yourself: urself
are: r
why: y, yy
what: wat, wut, wht, whut, wot
what is: wats, wuts, wots, whts
when: wen, whn
which: wich, whch
who is: whoz
how much: howmuch
how many: howmany
how come: howcome
and: n, nd
with: w
without: wo, wout
the: da, teh, th, tha
that: dat
this: dis, thiz
these: dese
they: dey
was: wuz, woz
have: hv, hav, haz
have to: hafta, havta
will: wil
could: culd
should: shld, shud, shuld
would have: woulda
could have: coulda
should have: shoulda
does: duz
do not know: dunno, dno
i do not know: idk, idek
i do not care: idc
i do not remember: idr
i know: ik
do not: dnt, donot
cannot: cnt
can you: canu
did you: didja
want to: wanna, wana
going to: gonna, gona, gunna, finna
got to: gotta
give me: gimme
let me: lemme
trying to: tryna
kind of: kinda
sort of: sorta
out of: outta
lots of: lotsa, lotta
because: bc, bcz, bcuz, cuz, coz, cos, becuz
before: b4, bfore
about: abt, abot
though: tho
although: altho
through: thru, thro
right now: rn
today: tdy, 2day
tonight: 2nite, tonite, 2night
tomorrow: tmrw, tmr, tomoz, 2moro, tommorow, tommorrow
yesterday: ystd, yday
now: nw
later: l8r, l8er
great: gr8
late: l8
wait: w8
please: pls, plz, plss, plzz, pleez
thanks: thx, thnx, tnx, thanx, thks, tks
thank you: ty, thankyou
thank you so much: tysm
thank you very much: tyvm
you are welcome: yw
no problem: np
never mind: nvm
good morning: gm
good night: gn
good: gud, gd
hello: helo
sorry: sry
okay: okey, okie
yeah: yea, yeh, yh
people: ppl, peeps
person: prsn
someone: sb, sum1, some1
something: sth, smth, sumthin, somethin
anyone: any1, ne1
everyone: every1, evry1
nothing: nothin, nuthin, nuttin
anything: anythin, nething
really: rly, rlly, realy
definitely: def, defo, definately
probably: prolly, probs, probly
obviously: obv, obvs
seriously: srsly, srs
especially: esp
favourite: fav, fave
different: diff
between: btwn
government: govt, gov, goverment
president: prez
information: info
message: msg
messages: msgs
picture: pic
pictures: pics
minutes: mins, min
hours: hrs
hour: hr
seconds: secs
weeks: wks
week: wk
months: mths
years: yrs
number: num, nr
account: acc, acct
password: pwd, pw
address: addr, adress
appointment: appt
question: qn, ques, qstn
questions: qs
problem: prblm
answer: ans
phone: fone
know: kno
think: thnk
talk: tlk
love: luv
like: lyk, liek
want: wnt
much: mch
very: vry
what do you mean: wdym, wym
what are you doing: wyd
how are you: hru
how about you: hbu
what about you: wbu
as soon as possible: asap
also known as: aka
talk to you later: ttyl
be right back: brb
got to go: gtg, g2g
oh my god: omg, omfg
i love you: ily
could: cud
would: wud
"""

CONTRACTIONS: str = """
what is: what's, whats
what are: what're
what did: what'd
what will: what'll
who is: who's, whos
who are: who're
who would: who'd
who will: who'll
who have: who've
where is: where's, wheres
where are: where're
where did: where'd
when is: when's, whens
when did: when'd
why is: why's, whys
why did: why'd
how is: how's, hows
how are: how're
how did: how'd
that is: that's, thats
that will: that'll, thatll
there is: there's, theres
here is: here's, heres
it is: it's
it will: it'll, itll
it would: it'd
i am: i'm, im
i have: i've, ive
i will: i'll
i would: i'd
you are: you're, youre
you have: you've, youve
you will: you'll, youll
you would: you'd, youd
he is: he's, hes
he will: he'll
he would: he'd
she is: she's, shes
she will: she'll
she would: she'd
we are: we're
we have: we've, weve
we will: we'll
we would: we'd
they are: they're, theyre
they have: they've, theyve
they will: they'll, theyll
they would: they'd, theyd
let us: let's
is not: isn't, isnt
are not: aren't, arent
was not: wasn't, wasnt
were not: weren't, werent
do not: don't, dont
does not: doesn't, doesnt
did not: didn't, didnt
has not: hasn't, hasnt
have not: haven't, havent
had not: hadn't, hadnt
can not: can't, cant
could not: couldn't, couldnt
will not: won't, wont
would not: wouldn't, wouldnt
should not: shouldn't, shouldnt
must not: mustn't, mustnt
need not: needn't, neednt
shall not: shan't
might not: mightn't
is not: ain't, aint
should have: should've, shouldve
could have: could've, couldve
would have: would've, wouldve
might have: might've
must have: must've
you all: y'all, yall
o'clock: o'clock
madam: ma'am
"""

ELISIONS: str = ""

CLAIM_MARKERS: str = """
is it true that, is it true, is it really true that, is it a fact that, is it correct that, is it right that
is that true, is this true, is that real, is this real, is that for real, true or fake, true or false, true or not
fake or real, real or fake, fact or fiction, is it fake, is it fake news, is this fake news, fake news or not
i heard that, i heard, ive heard that, i have heard that, i have heard, i've heard that, i just heard that
i read that, i read somewhere that, i have read that, i read online that, i saw that, i saw online that
i saw on social media that, i saw a post saying, i was told that, i was told, someone told me that, someone told me
somebody told me that, a friend told me that, my friend told me that, my mom told me that, they told me that
they say that, they say, people say that, people say, people are saying that, people are saying, everyone says that
everyone says, some say that, it is said that, rumor has it that, rumour has it that, there is a rumor that
there is a rumour that, word is that, apparently, supposedly, allegedly, it seems that, it looks like
can you confirm that, can you confirm, could you confirm that, can anyone confirm that, please confirm that
can you tell me, could you tell me, could you please tell me, can you please tell me, would you tell me, tell me
please tell me, can someone tell me, can anyone tell me, could someone tell me, do you know if, do you know whether
do you know, do u know, does anyone know if, does anyone know, does anybody know, anyone know, anybody know
any idea, do you have any idea, have you any idea, i want to know, i would like to know, i'd like to know
i wanna know, i need to know, i was wondering if, i was wondering, i am wondering if, i'm wondering, just wondering
i wonder if, i wonder, i have a question, quick question, just a question
can you explain, could you explain, please explain, explain to me, can you help me, could you help me, please help me
please help, pls help, help me, help please, help pls, i don't understand, i do not understand
i think that, i think, i believe that, do you think that, do you think, in your opinion, by the way
so basically, are you sure that, are you sure, isn't it, for real
"""
