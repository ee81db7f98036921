using TypedWebhookAlerts.IntegrationTests.Acceptance.Evidence;

namespace TypedWebhookAlerts.IntegrationTests.Acceptance.Language;

/// <summary>A scenario went otherwise than expected. The message tells its story.</summary>
internal sealed class ScenarioFailedException(IReadOnlyList<string> findings, CourseOfEvents course)
    : Exception(string.Join('\n', findings.Take(MostFindings)) + "\n\n" + Story.Tell(course))
{
    private const int MostFindings = 20;
}
