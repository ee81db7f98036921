using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Capture;
using TypedWebhookAlerts.Privacy;
using TypedWebhookAlerts.Rendering;
using TypedWebhookAlerts.Tests.Privacy;
using TypedWebhookAlerts.Tests.Rendering;
using Xunit;

namespace TypedWebhookAlerts.Tests.Capture;

public sealed class UntypedMessageTests
{
    [Fact]
    public void AValueThatIsASecretByItsNameIsNotInTheMessageEither()
    {
        var embed = Show(
            $"Ada came with {Planted.Value}, twice {Planted.Value}",
            ("User", "Ada"),
            ("password", Planted.Value),
            ("None", ""));

        Assert.Equal("Ada came with \\[redacted:planted], twice \\[redacted:planted]", embed.Description);
        Assert.Equal(["Ada", "\\[redacted:planted]"], embed.Fields[..2].Select(field => field.Value));
    }

    [Fact]
    public void ByTheEndOfALongNameItIsKnownToo()
        => Assert.Equal(
            "with \\[redacted:planted]",
            Show($"with {Planted.Value}", (new string('x', 200) + " password", Planted.Value)).Description);

    [Fact]
    public void OfAValueThatIsCapturedCutTheMessageKeepsNothing()
    {
        var value = Planted.Value + string.Concat(Enumerable.Repeat("Qz7", 600));
        var embed = Show($"with {value} in it", ("password", value));

        Assert.Equal("with \\[redacted:planted]…", embed.Description);
        Assert.False(Planted.IsIn(embed.Fields[0].Value));
    }

    [Theory]
    [InlineData(4096)]
    [InlineData(4090)]
    [InlineData(4096 - 60)]
    public void OfAValueThatTheMessagesEndCutsTheMessageKeepsNothing(int begin)
    {
        // Of two characters each, so that the description shows the message to its end.
        var message = string.Concat(Enumerable.Repeat("🚨", (begin / 2) - 2)) + Planted.Value + Planted.Value;
        var embed = Show(message, ("password", Planted.Value));

        Assert.False(Planted.IsIn(embed.Description!), embed.Description);
        Assert.DoesNotContain("kv", embed.Description, StringComparison.Ordinal);
        Assert.EndsWith("\\[redacted:planted]…", embed.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void OfAUsersIdThatIsCapturedCutTheMessageShowsNothing()
    {
        var value = new string('x', 1017) + "<@80351110224674821>";
        var masked = Planted.With(new UserIdMask(UserIdDisplay.Mask, hashKey: null));

        var embed = Show($"{value} left", masked, ("Who", value));

        Assert.StartsWith(new string('x', 1017) + "@", embed.Description, StringComparison.Ordinal);
        Assert.DoesNotMatch("[0-9]", embed.Description);
    }

    [Fact]
    public void AMessageWithoutSecretsIsAsItWasSent()
        => Assert.Equal("Ada paid 7", Show("Ada paid 7", ("User", "Ada"), ("Sum", 7), ("Note", null)).Description);

    private static ShownEmbed Show(string message, params (string Name, object? Value)[] fields)
        => Show(message, Planted.Redactor, fields);

    private static ShownEmbed Show(string message, TextRedactor redactor, params (string Name, object? Value)[] fields)
    {
        using var draft = UntypedDraft.Begin(message, exception: null);
        Array.ForEach(fields, field => draft.Add(field.Name, field.Value));
        var alert = UntypedAlerts.Sent(LogLevel.Error)!;
        var ring = new AlertRingBuffer(128 * 1024, new WakeUp());
        Assert.Equal(
            ClaimResult.Claimed, ring.TryClaim(alert.Id, draft.Size, isCritical: false, stamp: 0, out var writer));
        draft.Write(ref writer);
        writer.Commit();
        Assert.True(ring.TryRead(out var record));

        var formatter = new DiscordEmbedFormatter(new RenderingOptions(4096) { Redactor = redactor });
        formatter.Begin(Spoken.Heading);
        var reader = record.CreateReader();
        alert.Render(ref reader, formatter);
        return ShownEmbed.Of(formatter.Finish());
    }
}
