"""A site's own lines are told from the last sentences of an article."""

from __future__ import annotations

import pytest

from factcheck.ingest.structure.boilerplate import is_boilerplate, is_leading_boilerplate

LINES = """
No comments
0 Comments
Comments (12)
1,204 comments
Leave a comment
Leave a Reply
Post a Comment
Comments are closed.
Be the first to comment
Your email address will not be published. Required fields are marked *
You must be logged in to post a comment.
Name *
Thanks for reading!
Thank you for visiting our site, and come again.
Thank you very much for your support
Disclaimer: The content of this website is for information only.
The views expressed in this article are those of the author and do not necessarily reflect those of the paper.
Comments on this site do not represent our position.
Contact us
Do you need to know more? Contact us.
For tips, news and adverts, contact us
Want to contact us about an advert?
If you have a story for us, please email us today
Follow us on Facebook and Twitter
Email us: desk@gazette.example
E-mail: desk@gazette.example
desk@gazette.example
Send your tips to tips@gazette.example
For more information, contact: press@gazette.example or +44 20 7946 0958
Tel: +44 20 7946 0958
WhatsApp: (020) 7946 0958
Media contact: Ruth Okafor, ruth.okafor@gazette.example, +44 20 7946 0958
Subscribe to our newsletter
Sign up for our daily briefing
Subscribe
Follow @gazette
Follow Ruth Okafor on Twitter
Share this:
Share on Facebook
Facebook Twitter WhatsApp Email Print
Share | Tweet | Pin
Join our WhatsApp channel
Support independent journalism
© 2025 The Gazette
Copyright 2025 Gazette Media. All rights reserved.
(c) Gazette Media
This material may not be published, broadcast, rewritten or redistributed without permission.
Related articles
Related: Mayor resigns after long debate
Read more: Mayor resigns after long debate
Read also
See also:
You may also like
Advertisement
Most read
More from The Gazette
Click here to read the original
Tags: budget, council, mayor
Filed under: Politics
Posted in News | Politics
Posted by Ruth at 10:30
Powered by Blogger
Privacy Policy | Terms of Use | Cookies
Home > News > Politics
Newer Post
Reporting by Ruth Okafor in Leeds; editing by Jean Roy
(Additional reporting by Ruth Okafor and Jean Roy.)
***
""".strip().splitlines()

TRAPS = """
The minister's e-mail scandal cost her the election.
E-mails from john@firm.example show that the board knew of the leak in 2019.
Email to the minister was sent from john@firm.example, the report found.
Critics commented that the plan was too expensive.
There were no comments from the ministry.
The ministry had no comment on the report.
Comments by the mayor caused outrage across the city.
Comments made in the debate were struck from the record.
Thanks for reading the bill before the vote, the senator told the clerk.
Thanks for reading, the senator told the clerk.
Contact us at once, police said in a leaflet.
Follow us, a spokesman told the crowd.
Thanks to the new dam, floods fell by half.
Disclaimers on the ballots confused 4,000 voters.
Contact between the two sides broke off in March.
Contact tracing found 300 cases.
"They never contact us," said a resident of the flooded town on Monday.
Call logs show 31 calls to the number +44 20 7946 0958 that night.
The helpline, 0800 555 0100, took 4,000 calls on Monday.
Share prices fell by 5 percent.
Shares in the firm fell by half.
Follow-up talks are planned for June.
Following the vote, the council adjourned.
Subscribers to the service doubled in 2024.
Subscribe rates fell to 4 percent.
Sign-ups for the draft rose by 5 percent.
Support for the bill fell to 31 percent.
Join forces, the mayor urged.
Like his predecessor, the mayor resigned.
Print sales fell by 5 percent in 2024.
Twitter lost 300 staff in a week.
News of the flood reached Leeds on Monday.
Home sales rose by 4 percent.
Business was slow in May.
Health officials closed 12 schools.
Copyright law was reformed in 2019.
Copyright 2019 reforms of the law were repealed.
Related costs rose to 5 million euros.
Read more slowly, researchers advise.
More on that day than on any other died.
Advertisements for tobacco were banned in 1965.
Tags were found on 40 of the birds.
Topics of the talks include prisoners and grain.
Posted by the rebels, the video shows an attack on the bridge.
Reporting by the newspaper found that the firm lied.
Powered by a new engine, the plane flew for 9 hours.
Editing by the censors removed 12 minutes of the film.
Terms of the deal were not disclosed.
Privacy advocates sued in March.
Live animals were found on the ship.
Next week the council will vote.
2023-05-03 2024-05-03
1,000,000 2,000,000
""".strip().splitlines()


def test_a_line_of_the_site_is_told() -> None:
    assert [line for line in LINES if not is_boilerplate(line)] == []


def test_a_sentence_of_the_article_is_never_taken() -> None:
    assert [line for line in TRAPS if is_boilerplate(line)] == []


def test_a_line_of_the_site_at_the_head_of_a_long_paragraph_is_prose() -> None:
    rest = (
        " The council met on Monday and approved the budget, which the mayor called a success for the whole city." * 9
    )
    assert [line for line in LINES if is_boilerplate(line + rest)] == []


def test_no_line_is_no_boilerplate() -> None:
    assert not is_boilerplate("")
    assert not is_leading_boilerplate("")


@pytest.mark.parametrize("line", ["Home | News | Sport", "Skip to content", "Share this", "Menu", "Subscribe"])
def test_a_menu_at_the_top_is_told(line: str) -> None:
    assert is_leading_boilerplate(line)


@pytest.mark.parametrize(
    "line", ["No comments", "Thanks for reading", "News of the flood", "Share prices fall", "Copyright 2025"]
)
def test_what_may_begin_an_article_is_not(line: str) -> None:
    assert not is_leading_boilerplate(line)
