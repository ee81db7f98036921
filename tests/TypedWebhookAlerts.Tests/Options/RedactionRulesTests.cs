using Microsoft.Extensions.Configuration;
using TypedWebhookAlerts.Hosting;
using Xunit;

namespace TypedWebhookAlerts.Tests.Options;

/// <summary>What may be said of redaction; no mistake tells a pattern.</summary>
public sealed class RedactionRulesTests
{
    private const string NotRun =
        "must be a .NET regular expression without lookarounds, backreferences, atomic groups and "
        + "repetitions of many thousands.";

    [Theory]
    [InlineData("(unclosed", "must be a .NET regular expression: InsufficientClosingParentheses at character 9.")]
    [InlineData("(?<=a)b", NotRun)]
    [InlineData(@"(a)\1", NotRun)]
    [InlineData("", "must be a .NET regular expression, not an empty text.")]
    [InlineData("a*", "must not match an empty text.")]
    [InlineData("((a{1,900}){1,900}){1,900}", NotRun)]
    public void APatternThatCannotRunIsAMistakeThatNamesTheOption(string pattern, string mistake)
        => Assert.Equal(
            [$"Redaction:Patterns:badge {mistake}"], Mistakes(options => options.Patterns["badge"] = pattern));

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("x]y")]
    [InlineData("a2345678-2345678-2345678-2345678-2345678-")]
    public void APatternsNameCanBeShown(string name)
        => Assert.Equal(
            [$"Redaction:Patterns:{name} must have a name of letters, digits and hyphens, at most 40 characters."],
            Mistakes(options => options.Patterns[name] = "a"));

    [Fact]
    public void AWordThatIsNearlyAKindsNameIsAMistake()
        => Assert.Equal(
            ["Redaction:Except:1 is no kind of secret; did you mean 'github-token'? A word that is meant itself is "
                + "written ^word$."],
            Mistakes(options =>
            {
                options.Except.Add("jwt");
                options.Except.Add("github-tokn");
            }));

    [Theory]
    [InlineData("github_token")]
    [InlineData("GitHub token ")]
    public void AKindsNameWithAnotherMarkForItsHyphenIsAMistake(string excuse)
        => Assert.Equal(
            ["Redaction:Except:0 is no kind of secret; did you mean 'github-token'? A word that is meant itself is "
                + "written ^word$."],
            Mistakes(options => options.Except.Add(excuse)));

    [Fact]
    public void AWordThatIsNearlyAKindsNameAndMeantItselfIsWrittenSo()
        => Assert.Empty(Mistakes(options => options.Except.Add("^github-tokn$")));

    [Theory]
    [InlineData("jwt, email")]
    [InlineData("a,Badge")]
    public void KindsInOneTextWithCommasAreAMistake(string excuse)
        => Assert.Equal(
            ["Redaction:Except:0 must be one kind or expression: more are a list, not a text with commas."],
            Mistakes(options =>
            {
                options.Patterns["badge"] = "B-[0-9]+";
                options.Except.Add(excuse);
            }));

    [Theory]
    [InlineData("(unclosed", "InsufficientClosingParentheses at character 9.")]
    [InlineData("(?x)a#b", "InsufficientClosingParentheses at character ")]
    public void AnExcuseThatIsNoExpressionIsAMistake(string excuse, string mistake)
        => Assert.StartsWith(
            $"Redaction:Except:0 must be the name of a kind or a .NET regular expression: {mistake}",
            Assert.Single(Mistakes(options => options.Except.Add(excuse))),
            StringComparison.Ordinal);

    [Fact]
    public void KindsPatternsOfOnesOwnAndExpressionsAreExcused()
        => Assert.Empty(Mistakes(options =>
        {
            options.Patterns["badge"] = "B-[0-9]+";
            options.Except.Add("JWT");
            options.Except.Add("Badge");
            options.Except.Add(" github-token ");
            options.Except.Add("B-0{6}|test-[a-z]+");
        }));

    [Fact]
    public void APatternMayBeNamedAsAKindOrNearlySoAndIsExcusedByThatName()
        => Assert.Empty(Mistakes(options =>
        {
            options.Patterns["JWT"] = "J-[0-9]+";
            options.Patterns["github-tokens"] = "G-[0-9]+";
            options.Except.Add("jwt");
            options.Except.Add("GitHub-Tokens");
        }));

    [Fact]
    public void AnExpressionOfTheSectionKeepsItsCommas()
    {
        var options = new WebhookAlertOptions();
        SectionReader.Read(
            new ConfigurationBuilder().AddInMemoryCollection(
            [
                KeyValuePair.Create("A:Redaction:Except", (string?)"x{1,3}"),
                KeyValuePair.Create("A:Redaction:Patterns:badge", (string?)"B-[0-9]{2,6}"),
            ]).Build().GetSection("A"),
            options);

        Assert.Equal(["x{1,3}"], options.Redaction.Except);
        Assert.Equal("B-[0-9]{2,6}", options.Redaction.Patterns["Badge"]);
    }

    private static IEnumerable<string> Mistakes(Action<RedactionOptions> configure)
    {
        var options = new WebhookAlertOptions();
        configure(options.Redaction);
        return RedactionRules.Mistakes(options);
    }
}
