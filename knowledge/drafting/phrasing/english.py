"""English templates; the package docstring tells the format."""

ANSWERS = {
    "quote": "{name}{role} said: “{quote}”{via}.",
    "paraphrase": "According to {name}{role}, in the article’s words: “{quote}”{via}.",
    "reported": "The article writes: {name}{role} “{quote}”{via}.",
    "report": "The article reports: “{quote}”{via}.",
    "overview": "Several remarks in the article come from {name}{role}, among them: “{quote}”.",
    "speakers": "These speak in the article: {name}.",
    "outlet": "{name} relays, among other things: “{quote}”.",
    "summary": "The article is about this: “{quote}”.",
}
VIA = ", as relayed by {via}"
ARTICLE = "the article"
OWN = """
question: What does {name} say about {matter}?
question: What is known about {matter}?
question: Who comments on {matter}?
question: What do we learn about {matter}?
keywords: {words}
keywords: {name} {words}
keywords: {matter}
colloquial: so what's {name} saying about {matter}
colloquial: whats the story with {matter}
claim: Is it true what {name} says about {matter}?
claim: They say there is news about {matter}.
oblique: And the {ordinal} sentence?
"""
FOREIGN = """
question: What does {name} say about “{quote}”?
question: What do we learn about “{quote}”?
question: Who comments on “{quote}”?
keywords: {words}
keywords: {name} {words}
keywords: {quote}
colloquial: whats {name} saying about “{quote}”
claim: Is it true what {name} says about “{quote}”?
claim: I heard this from {name}: “{quote}”.
oblique: And the {ordinal} sentence?
"""
OF_DETAIL = {
    "person": """
question: Who spoke about {matter}?
keywords: who {words}
colloquial: who's on about {matter}
""",
    "outlet": """
question: Which paper reported on {matter}?
keywords: which paper {words}
keywords: source {words}
""",
    "time": """
question: When was that, {matter}?
keywords: when {words}
keywords: date {words}
colloquial: when was {matter}
""",
    "place": """
question: Where was that, {matter}?
keywords: where {words}
keywords: place {words}
colloquial: where was {matter}
""",
    "number": """
question: Which number is given for {matter}?
question: How many {noun}?
keywords: how many {words}
keywords: number {words}
keywords: how much {words}
colloquial: how many {noun} was it
""",
    "duration": """
question: How long, as for {matter}?
keywords: how long {words}
keywords: duration {words}
colloquial: how long is it, {matter}
""",
    "reason": """
question: Why {matter}?
keywords: why {words}
keywords: reason {words}
""",
}
TRANSLATED = """
question: What is said about this: {list}?
keywords: {words}
keywords: {name} {words}
"""
DETAIL_TRANSLATED = {
    "person": "keywords: who {words}\nquestion: Who speaks about this: {list}?",
    "outlet": "keywords: which paper {words}",
    "time": "keywords: when {words}\nkeywords: date {words}",
    "place": "keywords: where {words}\nkeywords: place {words}",
    "number": "keywords: how many {words}\nkeywords: number {words}\nkeywords: how much {words}",
    "duration": "keywords: how long {words}\nkeywords: duration {words}",
    "reason": "keywords: why {words}\nkeywords: reason {words}",
}
OF_SPEAKER = """
question: What did {name} say?
question: What does {name} say in the article?
question: What is the position of {name}?
keywords: {name}
keywords: {name} statements
keywords: quotes by {name}
colloquial: what's {name} on about
colloquial: so what did {name} say then
claim: Is it true that {name} spoke up?
claim: I heard {name} made a statement.
oblique: And from the {ordinal} sentence on?
"""
OF_SOMEBODY = """
question: Who is {name}?
"""
OF_ROLE = """
question: What did {role} say?
question: What does {role} think?
keywords: {role}
colloquial: what's {role} saying
claim: Is it true what {role} says?
"""
OF_BODY = """
question: What does {body} say?
question: Who speaks for {body}?
keywords: {body}
colloquial: what's {body} saying
claim: Is it true what {body} says?
"""
OF_SPEAKERS = """
question: Who speaks in the article?
question: Who is quoted?
question: Which people are cited?
keywords: people quoted
keywords: list of speakers
colloquial: whos talking in there
claim: Is it true that several people are quoted?
oblique: How many voices are there?
"""
OF_OUTLET = """
question: What does {name} report?
question: What was said to {name}?
question: What did {name} relay?
keywords: {name}
keywords: {name} source
colloquial: whats {name} got on this
claim: Is it true that {name} covered this?
oblique: And around the {ordinal} sentence?
"""
OF_SUMMARY = """
question: What is the article about?
question: What happened?
question: What is the topic?
question: Can you give me a summary?
keywords: summary
keywords: topic of the article
colloquial: whats going on
claim: Something happened, is that true?
oblique: In short, what's up?
"""
TOPICS = {"overview": "In short", "statements": "Who said what", "facts": "The facts"}
ABOUT_SOMETHING = """
Who leads {matter}?
Who founded {matter}?
Who built {matter}?
How much did {matter} cost?
Who owns {matter}?
Who filmed {matter}?
What fine is there for {matter}?
Who funded {matter}?
Who insures {matter}?
Who designed {matter}?
Who used to run {matter}?
Which song is about {matter}?
Who wants to sell {matter}?
How many people work for {matter}?
"""
OUT_OF_SCOPE = """
How much did all this cost?
Who is going to pay?
What was the weather like that day?
What happened the year before?
Will there be a trial?
Who wrote this article?
What do the neighbours in Europe think?
How did the markets react?
Has a petition been started?
What does the pope think?
What do the polls say?
How many people work there?
What does American law say?
Is there a video of it?
Who owns the building?
When does the ticket office close?
Which phone number can I call?
Which school did they go to?
Who won the last election?
What are the train times?
How do I sign up?
Where can I buy tickets?
"""
