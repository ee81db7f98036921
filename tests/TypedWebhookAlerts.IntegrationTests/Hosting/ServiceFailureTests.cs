using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Hosting;

/// <summary>A background service that fails: the host stops in order, and nothing is unhandled.</summary>
public sealed class ServiceFailureTests
{
    private const string Title = "💥 Background Service Failed";

    [Fact]
    public async Task WhatABackgroundServiceDiesOfIsTold()
    {
        await using var run = Run(new Gateway());
        await run.StartAsync(TestContext.Current.CancellationToken);

        Find(run).Fail(new InvalidOperationException("The session is invalid"));
        await Stopping(run);
        await run.StopAsync(TestContext.Current.CancellationToken);

        // Critical goes to two channels.
        Assert.Equal([Title, Title], run.Embeds.Select(embed => embed.Title));
        Assert.Equal("System.InvalidOperationException", Field(run, "Error Type"));
        Assert.Equal(nameof(Gateway), Field(run, "Service"));
        Assert.Equal("The session is invalid", Field(run, "Message"));
        Assert.Contains(nameof(Gateway), Field(run, "Stack Trace"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatAServiceThrowsWhileTheHostStopsIsItsOwn()
    {
        await using var run = Run(new Gateway());
        await run.StartAsync(TestContext.Current.CancellationToken);

        Find(run).FailsWhenStopped = true;
        await run.StopAsync(TestContext.Current.CancellationToken);

        Assert.Empty(run.Embeds);
    }

    [Fact]
    public async Task ThatIsOffWithTheUnhandledExceptions()
    {
        await using var run = Run(new Gateway(), ("WebhookAlerts:SystemStatus:UnhandledExceptions", "false"));
        await run.StartAsync(TestContext.Current.CancellationToken);

        Find(run).Fail(new InvalidOperationException());
        await Stopping(run);
        await run.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, run.Pipeline.Ledger.Raised);
    }

    private static HostRun Run(Gateway gateway, params (string Key, string? Value)[] settings)
        => new(builder => builder.Services.AddSingleton<IHostedService>(gateway), settings: settings);

    private static Gateway Find(HostRun run)
        => run.Host.Services.GetServices<IHostedService>().OfType<Gateway>().Single();

    private static Task Stopping(HostRun run)
    {
        var stopping = new TaskCompletionSource();
        var lifetime = run.Host.Services.GetRequiredService<IHostApplicationLifetime>();
        lifetime.ApplicationStopping.Register(stopping.SetResult);
        return stopping.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
    }

    private static string Field(HostRun run, string name)
        => run.Embeds[0].Fields.Single(field => field.Name == name).Value.Replace("\\", "", StringComparison.Ordinal);

    private sealed class Gateway : BackgroundService
    {
        private readonly TaskCompletionSource _failure = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool FailsWhenStopped { get; set; }

        public void Fail(Exception exception) => _failure.SetException(exception);

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            try
            {
                await _failure.Task.WaitAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (FailsWhenStopped)
            {
                throw new InvalidOperationException("Torn down");
            }
        }
    }
}
