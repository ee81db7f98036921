using Microsoft.Extensions.Configuration;
using TypedWebhookAlerts.Hosting;
using Xunit;

namespace TypedWebhookAlerts.Tests.Options;

/// <summary>The options' types, the keys of the section, the binder and the comparison know the same options.</summary>
public sealed class EveryOptionTests
{
    [Fact]
    public void EveryOptionIsSetByTheSection()
    {
        var defaults = new WebhookAlertOptions();
        foreach (var leaf in OptionLeaves.All)
        {
            var options = Read((leaf.Path, leaf.Text));

            Assert.True(leaf.Text == leaf.Get(options), $"{leaf} does not bind: {leaf.Get(options)}");
            Assert.NotEqual(leaf.Get(defaults), leaf.Get(options));
            Assert.Empty(options.Notes.Mistakes);
            Assert.Empty(options.Notes.Unknown);
        }
    }

    [Fact]
    public void AllTogetherAreAllSet()
    {
        var options = Read([.. OptionLeaves.All.Select(leaf => (leaf.Path, (string?)leaf.Text))]);

        Assert.All(OptionLeaves.All, leaf => Assert.Equal(leaf.Text, leaf.Get(options)));
    }

    [Fact]
    public void TheKeysOfTheSectionAreTheOptions()
        => Assert.Equal(
            OptionLeaves.All.Select(leaf => leaf.Path).Order(StringComparer.Ordinal),
            Keys(SectionSchema.Root, "").Order(StringComparer.Ordinal));

    [Fact]
    public void EveryOptionMakesAnotherTextAndTheSameOptionsTheSame()
    {
        var defaults = OptionsText.Of(new WebhookAlertOptions());
        var texts = OptionLeaves.All.Select(leaf => OptionsText.Of(Read((leaf.Path, leaf.Text)))).ToList();

        Assert.DoesNotContain(defaults, texts);
        Assert.Equal(texts.Count, texts.Distinct().Count());
        Assert.Equal(texts, OptionLeaves.All.Select(leaf => OptionsText.Of(Read((leaf.Path, leaf.Text)))));
    }

    [Fact]
    public void EveryValueThatCannotBeReadIsNamedAndNoneIsRepeated()
    {
        var leaves = OptionLeaves.All.Where(leaf => !leaf.IsText).ToList();
        var options = Read([.. leaves.Select(leaf => (leaf.Path, (string?)"the-secret!"))]);

        Assert.Equal(
            leaves.Select(leaf => "WebhookAlerts:" + leaf.Path).Order(StringComparer.Ordinal),
            options.Notes.Mistakes.Select(mistake => mistake.Split(' ')[0]).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(
            options.Notes.Mistakes, mistake => mistake.Contains("the-secret!", StringComparison.Ordinal));
        Assert.True(leaves.Count > 40);
    }

    private static WebhookAlertOptions Read(params (string Path, string? Text)[] values)
    {
        var options = new WebhookAlertOptions();
        SectionReader.Read(Section(values), options);
        return options;
    }

    private static IConfigurationSection Section((string Path, string? Text)[] values)
        => new ConfigurationBuilder()
            .AddInMemoryCollection(
                values.Select(value => KeyValuePair.Create("WebhookAlerts:" + value.Path, value.Text)))
            .Build()
            .GetSection("WebhookAlerts");

    private static IEnumerable<string> Keys(SectionNode node, string path)
        => node switch
        {
            SectionNode.Group group => group.Options.SelectMany(option
                => Keys(option.Value, path.Length == 0 ? option.Key : $"{path}:{option.Key}")),
            SectionNode.Named named => Keys(named.Each, path + ":x"),
            SectionNode.List or SectionNode.Texts => [path + ":0"],
            SectionNode.ByLevel => [path + ":Debug"],
            _ => [path],
        };
}
