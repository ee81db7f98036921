using TypedWebhookAlerts.Privacy;
using TypedWebhookAlerts.Rendering;
using TypedWebhookAlerts.Tests.Rendering.Reading;
using Xunit;

namespace TypedWebhookAlerts.Tests.Rendering.Inertness;

/// <summary>Templates that long runs have found, each made as short as it can be: what a developer hardly means, and
/// yet an argument in it is only text. Odd pieces are arguments.</summary>
public sealed class RareTemplateTests
{
    private static readonly RenderingOptions s_roomy =
        new(4096, IncludeTimestamps: false) { Redactor = TextRedactor.None };

    [Theory]
    [InlineData("- ```cs\n|  <x>|```A `|`|`")]
    [InlineData("- ```cs\n|  |```|| `|<a:a:1>|`")]
    [InlineData("> \n1. |a|\n| <|http```\n||+|<@1>|")]
    public void BehindAnItemOfAListAnArgumentsSpacesDoNotGoOnWithIt(string template) => ExpectText(template);

    [Theory]
    [InlineData("*|\uFE0F|* in |a\nb|.")]
    [InlineData("-# *>|-#|\n|a\nb|")]
    [InlineData("# ||\n\n```cs\n|```a|```\n")]
    [InlineData("__**|\uFE0F|**__1. |a\nb|")]
    [InlineData("## [\n|a|](https://dash.example/x) |C#|\n")]
    [InlineData("# |\u30001. a|")]
    public void WhetherALineIsMarkedDoesNotDependOnAnArgument(string template) => ExpectText(template);

    [Theory]
    [InlineData("~~|a|~~_ `|~~|`")]
    [InlineData("__|a|__A__. ``|_<|``")]
    [InlineData("****: A__**|x|**__: `|``-__-|`")]
    [InlineData("*|\u00A0a|*A *|b|*A`|*x|`")]
    [InlineData("**a _b** _`|_|`")]
    [InlineData("[**a](https://dash.example/x) ** `|**|`")]
    [InlineData("https://dash.example/** x ** `|**|`")]
    [InlineData("https://dash.example/`|a b *c*|`")]
    public void CodeBehindAStyleThatMayBeOpenIsNotEndedByAnArgument(string template) => ExpectText(template);

    [Theory]
    [InlineData("[a `|][|` b](https://dash.example/x)")]
    [InlineData("[a ```|x]|(b```")]
    [InlineData("> <@|a||<1:/x>|")]
    [InlineData("> <@\n> |\t<a:/b>|")]
    [InlineData("- <@\n  |\t<a:/b>|")]
    [InlineData("-# a```cs\n|  x|```: [|\nb**|](https://dash.example/x)")]
    [InlineData("[a `|\\*|`](https://dash.example/x)")]
    [InlineData("[<@|_|](https://dash.example/x)")]
    [InlineData("[http:|/|](https://dash.example/x)")]
    [InlineData("<t:|a|[x](|<-@->|")]
    [InlineData("[a](https://dash.example/x) ](|)a|A")]
    public void ABracketOfAnArgumentsEndsOrBeginsNothing(string template) => ExpectText(template);

    private static void ExpectText(string pieces)
    {
        var template = new Template(pieces.Split('|'));
        Assert.Null(Reader.FindDifference(
            template, said => Spoken.Embed(alert => Describe(alert, said), s_roomy).Description, DiscordMarkdown.Read));
        Assert.Null(Reader.FindDifference(
            template, said => Spoken.Content(alert => Describe(alert, said), s_roomy), DiscordMarkdown.Read));
        Assert.Null(Reader.FindDifference(
            template, said => Spoken.Embed(alert => SayTitle(alert, said), s_roomy).Title, DiscordMarkdown.ReadInline));
    }

    private static void Describe(AlertFormatter alert, Template template)
    {
        alert.BeginDescription();
        template.SpeakTo(alert);
        alert.End();
    }

    private static void SayTitle(AlertFormatter alert, Template template)
    {
        alert.BeginTitle();
        template.SpeakTo(alert);
        alert.End();
    }
}
