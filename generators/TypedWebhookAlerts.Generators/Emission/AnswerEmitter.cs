using TypedWebhookAlerts.Generators.Model;

namespace TypedWebhookAlerts.Generators.Emission;

/// <summary>Writes what a call answers at each of its ends.</summary>
internal sealed class AnswerEmitter
{
    private readonly SourceBuilder _code;
    private readonly AlertAnswer _answer;
    private readonly string _tracker;

    public AnswerEmitter(SourceBuilder code, AlertAnswer answer, NameScope scope)
    {
        _code = code;
        _answer = answer;
        _tracker = answer switch
        {
            AlertAnswer.Receipt => scope.Take("__receipt"),
            AlertAnswer.Incident => scope.Take("__incident"),
            _ => string.Empty,
        };
    }

    /// <summary>What stands behind the other arguments of a call that is told whom to keep informed.</summary>
    public string TrackerArgument => IsTracked ? $", {_tracker}" : string.Empty;

    private bool IsTracked => _answer is AlertAnswer.Receipt or AlertAnswer.Incident;

    private string TrackerType
        => _answer == AlertAnswer.Receipt ? RuntimeNames.AlertReceipt : RuntimeNames.AlertIncident;

    /// <summary>Begins what is answered in the end.</summary>
    public void EmitOpening(string pipeline, string alert)
    {
        if (IsTracked)
        {
            _code.Line($"var {_tracker} = {TrackerType}.Open({pipeline}, {alert});");
        }
    }

    /// <summary>Ends a call that is not sent.</summary>
    public void EmitIgnored()
        => _code.Line(_answer switch
        {
            AlertAnswer.None => "return;",
            AlertAnswer.Accepted => "return false;",
            _ => $"return {TrackerType}.Ignored;",
        });

    /// <summary>Ends a call by an expression that tells whether another alert was accepted in its place.</summary>
    public void EmitReplaced(string raise)
    {
        if (_answer == AlertAnswer.Accepted)
        {
            _code.Line($"return {raise};");
            return;
        }

        _code.Line($"{raise};");
        _code.Line(IsTracked ? $"return {_tracker};" : "return;");
    }

    /// <summary>Ends the block of a call that was accepted.</summary>
    public void EmitAccepted()
    {
        if (_answer == AlertAnswer.Accepted)
        {
            _code.Line("return true;");
        }
    }

    /// <summary>Ends the method.</summary>
    public void EmitEnd()
    {
        if (_answer != AlertAnswer.None)
        {
            _code.Line();
            _code.Line(IsTracked ? $"return {_tracker};" : "return false;");
        }
    }
}
