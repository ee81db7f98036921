namespace TypedWebhookAlerts.Generators.Tests.Promise.Mutations;

/// <summary>The tests of the promise see what they are for: they turn red when the library stops doing its part.
/// </summary>
public sealed class MutationTests(MutatedLibrary library, ITestOutputHelper output) : IClassFixture<MutatedLibrary>
{
    public static TheoryData<string, string> Mutations => [.. Mutation.All.Select(one => (one.Name, one.Turns))];

    [Fact]
    public async Task WithEverythingOnTheCopyIsGreen()
    {
        var (failed, said) = await library.RunAsync(mutation: null);

        Assert.True(failed.Count == 0, said);
    }

    [Theory]
    [MemberData(nameof(Mutations))]
    public async Task ThePromiseTurnsRedWithout(string mutation, string test)
    {
        var (failed, said) = await library.RunAsync(mutation);
        output.WriteLine($"red without {mutation}: {string.Join(", ", failed)}");

        Assert.True(failed.Contains(test), $"{test} is green. {said}");
    }
}
