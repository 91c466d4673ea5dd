"""English questions; the package docstring tells the format."""

GENERAL: str = """
How are you today?
Tell me a joke
What can you do?
Are you a real person?
Who made you?
I am bored, talk to me
Do you speak Spanish?
Can you write a poem for my sister?
What is your favourite film?
Good night and sweet dreams
What will the weather be like tomorrow?
How do I cook rice?
What is the capital of Australia?
How tall is Mount Everest?
Who painted the Mona Lisa?
When did the dinosaurs die out?
How many planets are there?
What is the square root of 144?
Who wrote Hamlet?
How far is the moon?
What does photosynthesis mean?
Which river is the longest in the world?
Who won the match last night?
When does the next season of the series come out?
What is the price of bitcoin?
How much is a litre of petrol now?
Did the central bank raise interest rates?
Are the trains running during the strike?
How many victims did the earthquake claim?
Who is the new champion of Formula 1?
When does the school year begin?
Has the hurricane reached the coast?
Which party leads in the polls in Germany?
What did the court decide in the bribery trial?
Where can I buy cheap shoes?
How do I reset my password?
Recommend me a good restaurant
What is a healthy breakfast?
How do I lose weight?
Is there a pharmacy open nearby?
What time does the museum close?
Which phone should I get?
"""

ABOUT_SOMEBODY: str = """
How old is {}?
Where was {} born?
Is {} married?
How much does {} earn?
Why did {} resign?
Where will {} travel next?
Did {} apologise?
Did {} thank the firefighters?
What does {} fear most?
Who threatened {}?
Has {} been arrested?
Did {} promise a reward?
Was {} injured?
What do the neighbours think of {}?
Whom does {} suspect?
Did {} invite the Pope?
Which school did {} attend?
How tall is {}?
Did {} win the election?
Who will succeed {}?
"""
