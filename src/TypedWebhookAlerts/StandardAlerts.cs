using System.Globalization;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts;

/// <summary>
/// Alerts that most bots need, with one look: a title, fields, and a footer that names the application, by
/// <see cref="WebhookAlertOptions.ApplicationName"/>. Configuration knows them by their names, as it does yours:
/// <c>Alerts:MemberJoined:Enabled</c>.
/// </summary>
/// <remarks>As with alerts of your own, a call neither waits nor throws. The overloads without a pipeline, and
/// <see langword="null"/>, use <see cref="WebhookAlerts.Pipeline"/>.</remarks>
public static partial class StandardAlerts
{
    /// <summary>Tells of an error, to the route <c>error</c>: its type, where and when it happened, and its stack
    /// trace.</summary>
    /// <param name="component">The part of the application that failed.</param>
    /// <param name="message">What is said in place of the exception's own message.</param>
    /// <param name="exception">What was thrown.</param>
    /// <remarks>Equal are errors of one component with one message and one type.</remarks>
    public static void Error(string component, string message, Exception exception)
        => Error(AmbientPipeline.Current, component, message, exception);

    /// <inheritdoc cref="Error(string, string, Exception)"/>
    /// <param name="pipeline">Takes the alert.</param>
    /// <param name="component">The part of the application that failed.</param>
    /// <param name="message">What is said in place of the exception's own message.</param>
    /// <param name="exception">What was thrown.</param>
    public static void Error(AlertPipeline? pipeline, string component, string message, Exception exception)
    {
        pipeline ??= AmbientPipeline.Current;
        if (ErrorIsEnabled(pipeline))
        {
            Error(pipeline, pipeline.ApplicationName, TypeOf(exception), component, Now(pipeline), message, exception);
        }
    }

    /// <summary>Tells of an error in the exception's own words, to the route <c>error</c>.</summary>
    /// <param name="component">The part of the application that failed.</param>
    /// <param name="exception">What was thrown.</param>
    /// <remarks>Equal are errors of one component with one message and one type.</remarks>
    public static void Error(string component, Exception exception)
        => Error(AmbientPipeline.Current, component, exception);

    /// <inheritdoc cref="Error(string, Exception)"/>
    /// <param name="pipeline">Takes the alert.</param>
    /// <param name="component">The part of the application that failed.</param>
    /// <param name="exception">What was thrown.</param>
    public static void Error(AlertPipeline? pipeline, string component, Exception exception)
    {
        pipeline ??= AmbientPipeline.Current;
        if (ErrorIsEnabled(pipeline))
        {
            Error(pipeline, component, MessageOf(exception), exception);
        }
    }

    /// <summary>Tells that a measured value is not as it should be, to the route <c>performance</c>.
    /// <see cref="WebhookAlertOptions.Thresholds"/> watch metrics without a call.</summary>
    /// <param name="metric">What was measured, such as <c>Gateway latency</c>.</param>
    /// <param name="value">How much it is, with its unit.</param>
    /// <param name="threshold">How much it may be, with its unit.</param>
    /// <param name="details">What else helps.</param>
    /// <remarks>Equal are alerts of one metric with the same details, whatever the value.</remarks>
    public static void Performance(string metric, string value, string threshold, string details)
        => Performance(AmbientPipeline.Current, metric, value, threshold, details);

    /// <inheritdoc cref="Performance(string, string, string, string)"/>
    /// <param name="pipeline">Takes the alert.</param>
    /// <param name="metric">What was measured, such as <c>Gateway latency</c>.</param>
    /// <param name="value">How much it is, with its unit.</param>
    /// <param name="threshold">How much it may be, with its unit.</param>
    /// <param name="details">What else helps.</param>
    public static void Performance(
        AlertPipeline? pipeline, string metric, string value, string threshold, string details)
    {
        pipeline ??= AmbientPipeline.Current;
        Performance(pipeline, pipeline.ApplicationName, metric, value, threshold, details);
    }

    /// <summary>Tells how the application is, to the route of the level Information.</summary>
    /// <param name="status">In a word or two, such as <c>Maintenance</c>.</param>
    /// <param name="details">What else there is to say.</param>
    public static void SystemStatus(string status, string details)
        => SystemStatus(AmbientPipeline.Current, status, details);

    /// <inheritdoc cref="SystemStatus(string, string)"/>
    /// <param name="pipeline">Takes the alert.</param>
    /// <param name="status">In a word or two, such as <c>Maintenance</c>.</param>
    /// <param name="details">What else there is to say.</param>
    public static void SystemStatus(AlertPipeline? pipeline, string status, string details)
    {
        pipeline ??= AmbientPipeline.Current;
        SystemStatus(pipeline, pipeline.ApplicationName, status, Environment.MachineName, Now(pipeline), details);
    }

    /// <summary>Tells that somebody joined a guild, to the route <c>member-events</c>.</summary>
    /// <param name="name">The member's name.</param>
    /// <param name="userId">The member's id: shown, masked or hashed, as <see cref="WebhookAlertOptions.UserIds"/>
    /// says.</param>
    /// <param name="guild">The guild's name.</param>
    /// <param name="memberCount">How many members it has now.</param>
    public static void MemberJoined(string name, ulong userId, string guild, int memberCount)
        => MemberJoined(AmbientPipeline.Current, name, userId, guild, memberCount);

    /// <inheritdoc cref="MemberJoined(string, ulong, string, int)"/>
    /// <param name="pipeline">Takes the alert.</param>
    /// <param name="name">The member's name.</param>
    /// <param name="userId">The member's id: shown, masked or hashed, as <see cref="WebhookAlertOptions.UserIds"/>
    /// says.</param>
    /// <param name="guild">The guild's name.</param>
    /// <param name="memberCount">How many members it has now.</param>
    public static void MemberJoined(AlertPipeline? pipeline, string name, ulong userId, string guild, int memberCount)
    {
        pipeline ??= AmbientPipeline.Current;
        MemberJoined(pipeline, pipeline.ApplicationName, name, userId, guild, memberCount);
    }

    /// <summary>Tells that somebody left a guild, to the route <c>member-events</c>.</summary>
    /// <param name="name">The member's name.</param>
    /// <param name="userId">The member's id: shown, masked or hashed, as <see cref="WebhookAlertOptions.UserIds"/>
    /// says.</param>
    /// <param name="guild">The guild's name.</param>
    /// <param name="memberCount">How many members it has now.</param>
    public static void MemberLeft(string name, ulong userId, string guild, int memberCount)
        => MemberLeft(AmbientPipeline.Current, name, userId, guild, memberCount);

    /// <inheritdoc cref="MemberLeft(string, ulong, string, int)"/>
    /// <param name="pipeline">Takes the alert.</param>
    /// <param name="name">The member's name.</param>
    /// <param name="userId">The member's id: shown, masked or hashed, as <see cref="WebhookAlertOptions.UserIds"/>
    /// says.</param>
    /// <param name="guild">The guild's name.</param>
    /// <param name="memberCount">How many members it has now.</param>
    public static void MemberLeft(AlertPipeline? pipeline, string name, ulong userId, string guild, int memberCount)
    {
        pipeline ??= AmbientPipeline.Current;
        MemberLeft(pipeline, pipeline.ApplicationName, name, userId, guild, memberCount);
    }

    /// <summary>Tells that somebody was banned from a guild, as a warning, to the route <c>member-events</c>.</summary>
    /// <param name="name">The member's name.</param>
    /// <param name="userId">The member's id: shown, masked or hashed, as <see cref="WebhookAlertOptions.UserIds"/>
    /// says.</param>
    /// <param name="guild">The guild's name.</param>
    /// <param name="moderatorId">The id of who banned them, shown as the member's is.</param>
    /// <param name="reason">The reason that was given; <see langword="null"/> if none was.</param>
    public static void MemberBanned(string name, ulong userId, string guild, ulong moderatorId, string? reason)
        => MemberBanned(AmbientPipeline.Current, name, userId, guild, moderatorId, reason);

    /// <inheritdoc cref="MemberBanned(string, ulong, string, ulong, string)"/>
    /// <param name="pipeline">Takes the alert.</param>
    /// <param name="name">The member's name.</param>
    /// <param name="userId">The member's id: shown, masked or hashed, as <see cref="WebhookAlertOptions.UserIds"/>
    /// says.</param>
    /// <param name="guild">The guild's name.</param>
    /// <param name="moderatorId">The id of who banned them, shown as the member's is.</param>
    /// <param name="reason">The reason that was given; <see langword="null"/> if none was.</param>
    public static void MemberBanned(
        AlertPipeline? pipeline, string name, ulong userId, string guild, ulong moderatorId, string? reason)
    {
        pipeline ??= AmbientPipeline.Current;
        reason ??= "No reason was given";
        MemberBanned(pipeline, pipeline.ApplicationName, name, userId, guild, moderatorId, reason);
    }

    /// <summary>The time as these alerts show it.</summary>
    internal static string Now(AlertPipeline pipeline)
    {
        try
        {
            return pipeline.Now.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
        }
        catch (Exception exception)
        {
            // A clock of the user's may throw anything, and the call does not.
            return $"(the clock threw {exception.GetType().Name})";
        }
    }

    // Compilers know that an exception is there; a null that comes all the same must not throw here.
    private static string TypeOf(Exception? exception)
        => exception is null ? "(null)" : ExceptionText.TypeName(exception);

    private static string MessageOf(Exception? exception)
        => exception is null ? "(null)" : ExceptionText.RawMessage(exception);
}
