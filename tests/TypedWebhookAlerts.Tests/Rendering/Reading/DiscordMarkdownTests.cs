using Xunit;

namespace TypedWebhookAlerts.Tests.Rendering.Reading;

/// <summary>The judge is judged: what Discord is known to make of these.</summary>
public sealed class DiscordMarkdownTests
{
    [Theory]
    [InlineData("*a*", "Italic:a")]
    [InlineData("_a_", "Italic:a")]
    [InlineData("**a**", "Bold:a")]
    [InlineData("__a__", "Underlined:a")]
    [InlineData("~~a~~", "Struck:a")]
    [InlineData("||a||", "Spoiler:a")]
    [InlineData("***a***", "Italic, Bold:a")]
    [InlineData("**foo *bar** baz*", "Bold:foo *bar|Plain: baz*")]
    [InlineData("** **", "Bold: ")]
    [InlineData("*foo\n*", "Plain:*foo\n*")]
    [InlineData("a * *", "Plain:a * *")]
    [InlineData("a * b*", "Plain:a * b*")]
    [InlineData("a *b  *", "Plain:a |Italic:b")]
    [InlineData("a  *b   *", "Plain:a  *b   *")]
    [InlineData("_a_b", "Plain:_a_b")]
    [InlineData("a_b_", "Plain:a|Italic:b")]
    [InlineData("snake_case_name", "Plain:snake_case_name")]
    [InlineData("||a *b* c||", "Spoiler:a |Italic, Spoiler:b|Spoiler: c")]
    [InlineData("a~~\nb~~", "Plain:a|Struck:\nb")]
    [InlineData(@"~~a\~~b", @"Struck:a\|Plain:b")]
    [InlineData("~ a ~ | b |", "Plain:~ a ~ | b |")]
    public void Styles(string text, string expected) => Assert.Equal(expected, Describe(DiscordMarkdown.Read(text)));

    [Theory]
    [InlineData(@"\*a\*", "Plain:*a*")]
    [InlineData(@"*a\* b*", "Italic:a* b")]
    [InlineData(@"\foo \1 \ x", @"Plain:\foo \1 \ x")]
    [InlineData(@"\\*a*", @"Plain:\|Italic:a")]
    [InlineData(@"\<@1> \http://ab", @"Plain:<@1> \|Link(http://ab):http://ab")]
    public void Escapes(string text, string expected) => Assert.Equal(expected, Describe(DiscordMarkdown.Read(text)));

    [Theory]
    [InlineData("`a`", "InlineCode:a")]
    [InlineData("``a`b``", "InlineCode:a`b")]
    [InlineData("``", "Plain:``")]
    [InlineData(@"`\`", @"InlineCode:\")]
    [InlineData("`*a*`", "InlineCode:*a*")]
    [InlineData("**`a** b`", "Bold:`a|Plain: b`")]
    [InlineData("```a```", "CodeBlock:a")]
    [InlineData("```\nfoo \n```", "CodeBlock:foo ")]
    [InlineData("```cs\nint x;\n```", "CodeBlock(cs):int x;")]
    [InlineData("```cs int\nx```", "CodeBlock:cs int\nx")]
    [InlineData("```\n\ncs\nx```", "CodeBlock:cs\nx")]
    [InlineData("```a``` b ```c```", "CodeBlock:a|Plain: b |CodeBlock:c")]
    [InlineData("```\n```", "InlineCode:\n")]
    public void Code(string text, string expected) => Assert.Equal(expected, Describe(DiscordMarkdown.Read(text)));

    [Theory]
    [InlineData("# a\nb", "Heading:a|Plain:\nb")]
    [InlineData("### a", "Heading:a")]
    [InlineData("#### a", "Plain:#### a")]
    [InlineData("#a", "Plain:#a")]
    [InlineData("x # a", "Plain:x # a")]
    [InlineData("# C#", "Heading:C")]
    [InlineData("-# a\nb", "Subtext:a|Plain:\nb")]
    [InlineData("> a\n> b\nc", "Quote:a\nb|Plain:\nc")]
    [InlineData(">>> a\nb", "Quote:a\nb")]
    [InlineData("x\n > a", "Plain:x\n |Quote:a")]
    [InlineData(">a", "Plain:>a")]
    [InlineData("> # a", "Heading, Quote:a")]
    [InlineData("- a\n- b", "ListItem:- a|Plain:\n|ListItem:- b")]
    [InlineData("* a", "ListItem:* a")]
    [InlineData("12. a", "ListItem:12. a")]
    [InlineData("- - a", "ListItem:- - a")]
    [InlineData("- a\n  - b", "ListItem:- a\n- b")]
    [InlineData("- > a", "ListItem:- |Quote, ListItem:a")]
    [InlineData("- # a", "ListItem:- # a")]
    [InlineData("-a 1.a 1) a", "Plain:-a 1.a 1) a")]
    [InlineData("*# a*", "Italic, Heading:a")]
    [InlineData("x *# a*", "Plain:x |Italic:# a")]
    public void Lines(string text, string expected) => Assert.Equal(expected, Describe(DiscordMarkdown.Read(text)));

    [Theory]
    [InlineData("see https://a.bc/d. x", "Plain:see |Link(https://a.bc/d):https://a.bc/d|Plain:. x")]
    [InlineData("http://a", "Plain:http://a")]
    [InlineData("discord://x/y", "Link(discord://x/y):discord://x/y")]
    [InlineData("ftp://ab.cd", "Plain:ftp://ab.cd")]
    [InlineData("<https://a.b>", "Link(https://a.b):https://a.b")]
    [InlineData("<a:/b> <a@b.c> <+123> <a b:/c>", "Link(a:/b):a:/b|Plain: |Link(a@b.c):a@b.c|Plain: |Link(+123):+123|Plain: <a b:/c>")]
    [InlineData("[a](https://b.c)", "Link(https://b.c):a")]
    [InlineData("[a](<https://b.c>)", "Link(https://b.c):a")]
    [InlineData("[[a]](https://b.c)", "Link(https://b.c):[a]")]
    [InlineData(@"[a\](https://b.c)", @"Link(https://b.c):a\")]
    [InlineData(@"[a](https\://b.c)", "Link(https://b.c):a")]
    [InlineData(@"\[a](https://b.c)", "Plain:[a](|Link(https://b.c):https://b.c|Plain:)")]
    [InlineData("[a](b)", "RefusedLink:[a](b)")]
    [InlineData("[a] (https://b.c)", "Plain:[a] (|Link(https://b.c):https://b.c|Plain:)")]
    [InlineData("[https://x.y](https://b.c)", "RefusedLink:[https://x.y](https://b.c)")]
    public void Links(string text, string expected) => Assert.Equal(expected, Describe(DiscordMarkdown.Read(text)));

    [Theory]
    [InlineData("<@1>")]
    [InlineData("<@!1>")]
    [InlineData("<@&1>")]
    [InlineData("<#1>")]
    [InlineData("</a b:1>")]
    [InlineData("<:a:1>")]
    [InlineData("<a:a:1>")]
    [InlineData("<t:1>")]
    [InlineData("<t:-1:R>")]
    [InlineData("<id:guide>")]
    [InlineData("@everyone")]
    [InlineData("@here")]
    [InlineData(":fire:")]
    [InlineData(":+1:")]
    [InlineData(":100:")]
    public void Marks(string text) => Assert.Equal($"Mark:{text}", Describe(DiscordMarkdown.Read(text)));

    [Theory]
    [InlineData("<@x> <@> <t:x> <1> a < b > c @every 12:30:45 A::B::C List<string>")]
    [InlineData("mail bob@example.org")]
    public void NoMarks(string text) => Assert.Equal($"Plain:{text}", Describe(DiscordMarkdown.Read(text)));

    [Fact]
    public void ATitleReadsStylesAlone()
        => Assert.Equal(
            "Plain:# |Italic:a|Plain: <@1> https://a.bc [a](https://b.c)",
            Describe(DiscordMarkdown.ReadInline("# *a* <@1> https://a.bc [a](https://b.c)")));

    private static string Describe(IReadOnlyList<ShownRun> runs)
        => string.Join(
            '|', runs.Select(run => $"{run.Look}{(run.Target is null ? "" : $"({run.Target})")}:{run.Text}"));
}
