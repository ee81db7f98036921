using TypedWebhookAlerts.Rendering;
using Xunit;

namespace TypedWebhookAlerts.Tests.Rendering;

/// <summary>The trace that an alert was raised in, as its last field.</summary>
public sealed class TraceFieldTests
{
    private const string Id = "4bf92f3577b34da6a3ce929d0e0e4736";

    private static readonly AlertHeading s_traced = Spoken.Heading with { TraceId = Id };

    [Fact]
    public void TheTraceIsTheLastFieldAndInline()
    {
        var embed = Embed(alert => SayFields(alert, 1, "value"), url: null);

        Assert.Equal([("Name", "value"), ("Trace", Id)], embed.Fields);
        Assert.True(embed.Json.GetProperty("fields")[1].GetProperty("inline").GetBoolean());
        Assert.False(embed.Json.GetProperty("fields")[0].TryGetProperty("inline", out _));
    }

    [Fact]
    public void WithoutATraceThereIsNoField() => Assert.Empty(Spoken.Embed(alert => alert.Title("x"u8)).Fields);

    [Fact]
    public void InAnEmbedTheTraceIsALink()
        => Assert.Equal(
            $"[{Id}](https://traces.example/trace/{Id}?org=a%28b%29)",
            Embed(_ => { }, "https://traces.example/trace/{traceId}?org=a(b)").Fields[0].Value);

    [Fact]
    public void InAContentTheLinkHasNoPreview()
        => Assert.Equal(
            $"**x**\n**Trace:** [{Id}](<https://traces.example/{Id}>)",
            Content(alert => alert.Title("x"u8), 2000));

    [Theory]
    [InlineData("ftp://traces.example/{traceId}")]
    [InlineData("https://traces.example/")]
    [InlineData("https://träces.example/{traceId}")]
    [InlineData("https://user@traces.example/{traceId}")]
    [InlineData(" ")]
    public void AnAddressThatCanBeNoLinkLeavesTheId(string url)
        => Assert.Equal(Id, Embed(_ => { }, url).Fields[0].Value);

    [Fact]
    public void AnAddressTooLongForAFieldLeavesTheId()
        => Assert.Equal(
            Id, Embed(_ => { }, $"https://traces.example/{new string('(', 400)}/{{traceId}}").Fields[0].Value);

    [Fact]
    public void WhereRoomIsShortTheLinkGivesWayToTheId()
    {
        var address = $"https://traces.example/{new string('p', 600)}/{{traceId}}";
        var embed = Embed(alert => SayFields(alert, 20, new string('v', 1024)), address);

        Assert.Equal(("Trace", Id), embed.Fields[^1]);
    }

    [Fact]
    public void WhereTheAlertHasAllFieldsTheTraceIsCounted()
    {
        var embed = Embed(alert => SayFields(alert, 25, "value"), url: null);

        Assert.Equal(25, embed.Fields.Length);
        Assert.Equal(("Name", "value\n-# +1 fields"), embed.Fields[^1]);
    }

    [Fact]
    public void AShortContentLeavesTheTraceOutBeforeAnythingOfTheAlert()
        => Assert.Equal(
            "**title**\nsome text\n-# +1 fields",
            Content(
                alert =>
                {
                    alert.Title("title"u8);
                    Spoken.Say(alert, "some text");
                },
                100));

    private static ShownEmbed Embed(Action<AlertFormatter> speak, string? url)
        => Spoken.Embed(speak, new RenderingOptions { TraceLink = TraceLink.Create(url) }, s_traced);

    private static string Content(Action<AlertFormatter> speak, int limit)
    {
        var options = new RenderingOptions(limit, IncludeTimestamps: false)
        {
            TraceLink = TraceLink.Create("https://traces.example/{traceId}"),
        };
        return ShownEmbed.ContentOf(Spoken.Alert(new DiscordContentFormatter(options), speak, s_traced));
    }

    private static void SayFields(AlertFormatter alert, int count, string value)
    {
        for (var i = 0; i < count; i++)
        {
            alert.BeginField("Name"u8);
            alert.Text(value);
            alert.End();
        }
    }
}
