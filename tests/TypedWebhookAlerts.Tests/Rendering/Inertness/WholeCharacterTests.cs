using System.Text;
using CsCheck;
using TypedWebhookAlerts.Privacy;
using TypedWebhookAlerts.Rendering;
using Xunit;

namespace TypedWebhookAlerts.Tests.Rendering.Inertness;

/// <summary>Whatever is escaped, widened, cut or mended afterwards: each character stays whole.</summary>
public sealed class WholeCharacterTests
{
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void NoCharacterIsTakenApart(bool isEmbed)
        => Gen.Select(Template.Any, Template.Any, HostileValue.Any, Gen.Int[100, 400]).Hold(
            (title, description, value, limit) =>
            {
                var options = new RenderingOptions(limit) { Redactor = TextRedactor.None };
                DiscordFormatter formatter =
                    isEmbed ? new DiscordEmbedFormatter(options) : new DiscordContentFormatter(options);
                var alert = Spoken.Alert(formatter, alert => Say(alert, title, description, value));
                _ = s_strict.GetString(alert.Json);
            },
            1500);

    [Fact]
    public void CodeThatHasNoRoomToEndBehindSpacesTakesNoCharacterApart()
    {
        var options = new RenderingOptions(2000) { Redactor = TextRedactor.None };
        var title = new Template(["[``", "日ab日", new string(' ', 300)]);
        var alert = Spoken.Alert(new DiscordContentFormatter(options), alert => Say(alert, title, new Template(["said"]), "x"));

        Assert.Contains("said", s_strict.GetString(alert.Json), StringComparison.Ordinal);
    }

    private static void Say(AlertFormatter alert, Template title, Template description, string value)
    {
        alert.BeginTitle();
        title.SpeakTo(alert);
        alert.End();
        alert.BeginDescription();
        for (var i = 0; i < 4; i++)
        {
            description.SpeakTo(alert);
        }

        alert.End();
        alert.BeginField("Value"u8);
        alert.Text(value);
        alert.End();
    }
}
