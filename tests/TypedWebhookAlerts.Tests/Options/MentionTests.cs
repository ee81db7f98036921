using TypedWebhookAlerts.Rendering;
using Xunit;

namespace TypedWebhookAlerts.Tests.Options;

public sealed class MentionTests
{
    [Theory]
    [InlineData("123", "<@&123>")]
    [InlineData(" <@&123> ", "<@&123>")]
    [InlineData("role:123", "<@&123>")]
    [InlineData("<@123>", "<@123>")]
    [InlineData("<@!123>", "<@123>")]
    [InlineData("User:123", "<@123>")]
    [InlineData("18446744073709551615", "<@&18446744073709551615>")]
    public void ARoleOrAUserIsRead(string text, string expected)
        => Assert.Equal(expected, Mention.TryParse(text)?.Text);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData("1 2")]
    [InlineData("@everyone")]
    [InlineData("<@&>")]
    [InlineData("18446744073709551616")]
    public void AnythingElseIsNone(string? text) => Assert.Null(Mention.TryParse(text));
}
