using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Simulator;

/// <summary>Files that come with messages, and stay with them.</summary>
public sealed class FileTests() : SimulatorTest(WithoutWindows())
{
    [Fact]
    public async Task FilesComeInPartsBesideThePayload()
    {
        await Caller.Upload(
            Webhook,
            """{"content": "c", "attachments": [{"id": "0", "filename": "renamed.txt"}, {"id": "1"}]}""",
            ("a.txt", "one"), ("b.txt", "zwölf\n"));

        Assert.Equal([("renamed.txt", "one"), ("b.txt", "zwölf\n")], Files());
    }

    [Fact]
    public async Task AFileAloneIsAMessage()
    {
        Assert.Equal(200, (await Caller.Upload(Webhook, "{}", ("a.txt", "one"))).Status);
        Assert.Equal([("a.txt", "one")], Files());
        Assert.Equal(50006, (await Caller.Upload(Webhook, "{}")).Code);
    }

    [Fact]
    public async Task AnEditThatDoesNotNameFilesKeepsThemAndOneThatDoesKeepsThose()
    {
        var posted = await Caller.Upload(Webhook, """{"content": "c"}""", ("a.txt", "one"), ("b.txt", "two"));
        await Caller.Patch(Webhook, posted.Id, """{"content": "d"}""");
        Assert.Equal(["a.txt", "b.txt"], Files().Select(file => file.Name));

        await Caller.Upload(Webhook, posted.Id, "{}", ("c.txt", "three"));
        Assert.Equal(["a.txt", "b.txt", "c.txt"], Files().Select(file => file.Name));

        var kept = Webhook.Messages[0].Files[1].Id;
        await Caller.Patch(Webhook, posted.Id, $$"""{"attachments": [{"id": "{{kept}}"}]}""");
        Assert.Equal([("b.txt", "two")], Files());

        await Caller.Patch(Webhook, posted.Id, """{"attachments": []}""");
        Assert.Empty(Files());
    }

    [Theory]
    [InlineData(10 * 1024 * 1024, 1, 200)]
    [InlineData((10 * 1024 * 1024) + 1, 1, 413)]
    [InlineData(9 * 1024 * 1024, 2, 200)]
    [InlineData(9 * 1024 * 1024, 3, 413)]
    public async Task AFileHas10MiBAndARequest25(int length, int count, int status)
    {
        var text = new string('x', length);

        var answer = await Caller.Upload(
            Webhook, "{}", [.. Enumerable.Range(0, count).Select(i => ($"{i}.txt", text))]);

        Assert.Equal((status, status == 413 ? 40005 : (int?)null), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData(10, 200)]
    [InlineData(11, 400)]
    public async Task AMessageHasAtMostTenFiles(int count, int status)
        => Assert.Equal(status, (await Caller.Upload(
            Webhook, "{}", [.. Enumerable.Range(0, count).Select(i => ($"{i}.txt", "x"))])).Status);

    [Fact]
    public async Task AFormThatBreaksOffHasNoMessage()
    {
        var type = "multipart/form-data";
        Assert.Equal(50006, (await Caller.Send(HttpMethod.Post, Webhook.Url, "--x\r\nContent-", type)).Code);
    }

    private IEnumerable<(string Name, string Text)> Files()
        => Webhook.Messages[0].Files.Select(file => (file.Name, file.Text));
}
