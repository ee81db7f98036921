using TypedWebhookAlerts.Privacy;
using Xunit;

namespace TypedWebhookAlerts.Tests.Privacy;

public sealed class TextRedactorTests
{
    private static readonly TextRedactor s_masking = Planted.With(new UserIdMask(UserIdDisplay.Mask, hashKey: null));

    [Fact]
    public void WhereUsersIdsAreMaskedSecretsGoAllTheSame()
    {
        Assert.Equal("a [redacted:planted] b", Redact($"a {Planted.Secret} b"));
        Assert.Equal("a [redacted:planted] of @…4821", Redact($"a {Planted.Secret} of <@80351110224674821>"));
        Assert.Equal("a of @…4821", Redact("a of <@80351110224674821>"));
        Assert.Null(Redact("a of nobody"));
    }

    [Fact]
    public void ATextOfJustTheLengthThatIsLookedAtIsWhole()
    {
        var text = "bb plant_";

        Assert.Same(text, Planted.Redactor.RedactStart(text, text.Length));
        Assert.Equal("bb plant…", Planted.Redactor.RedactStart(text, text.Length - 1));
    }

    [Fact]
    public void TheHalfOfASecretAtTheEndOfWhatIsLookedAtGoes()
        => Assert.Equal("bb [redacted:planted]…", Planted.Redactor.RedactStart("bb " + Planted.Secret, 20));

    [Fact]
    public void NoCharacterIsTakenApart()
        => Assert.Equal("bb…", Planted.Redactor.RedactStart("bb🚨cc", 3));

    private static string? Redact(string text) => s_masking.Redact(text, before: default, isCut: false);
}
