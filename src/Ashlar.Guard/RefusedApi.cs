using System;

namespace Ashlar.Guard;

/// <summary>Why a name is refused, and what to write instead, by what it reaches.</summary>
internal static class RefusedApi
{
    private const string AsInput = "add what is needed to the inputs of the slot";

    private const string NoClock = "a slot has no clock, and no zone of the machine";
    private const string Moment = "take the moment as an input, `now` in the action";
    private const string SameEachTime = "a slot gives the same each time";
    private const string NoHash = "hash codes differ from process to process";
    private const string Values = "compare the values themselves";
    private const string Unread = "expression trees are programs that the guard cannot read";

    private static readonly (string Prefix, string Reason, string Instead)[] Families =
    [
        ("System.DateTime.", NoClock, Moment),
        ("System.DateTimeOffset.", NoClock, Moment),
        ("System.TimeProvider", NoClock, Moment),
        ("System.TimeZoneInfo", "a slot does not read the zones of the machine", "take a local time as an input"),
        ("System.Diagnostics.Stopwatch", NoClock, Moment),
        ("System.Diagnostics.Process", "a slot starts no processes", AsInput),
        ("System.Environment", "a slot does not see its environment", AsInput),
        ("System.AppContext", "a slot does not see its environment", AsInput),
        ("System.AppDomain", "a slot does not see its environment", AsInput),
        ("System.OperatingSystem", "a slot does not see its environment", AsInput),
        ("System.Console", "a slot writes nothing", "return what is to be told"),
        ("System.Random", SameEachTime, "take the choice as an input"),
        ("System.Guid.", SameEachTime, "take the identifier as an input"),
        ("System.HashCode", NoHash, Values),
        ("System.Security.Cryptography", SameEachTime, "use `SHA256.HashData`, or take the value as an input"),
        ("System.IO", "a slot reads and writes no files", AsInput),
        ("System.Net", "a slot does not reach the network", AsInput),
        ("System.Data", "a slot does not reach the database", AsInput),
        ("Microsoft.Data", "a slot does not reach the database", AsInput),
        ("Npgsql", "a slot does not reach the database", AsInput),
        ("Microsoft", "a slot does not see the server", AsInput),
        ("System.Reflection", "a slot does not look into programs", "call what is needed by its name"),
        ("System.Type", "a slot does not look into programs", "use a pattern such as `value is Circle`, or a type parameter"),
        ("System.RuntimeTypeHandle", "a slot does not look into programs", "call what is needed by its name"),
        ("System.Activator", "a slot does not look into programs", "write `new` and the name of the type"),
        ("System.Delegate", "a slot does not look into programs", "call the delegate as `Func` or `Action`"),
        ("System.MulticastDelegate", "a slot does not look into programs", "call the delegate as `Func` or `Action`"),
        ("System.Object.GetType", "a slot does not look into programs", "use a pattern such as `value is Circle`"),
        ("System.Linq.Expressions", Unread, "write a lambda that is a `Func`"),
        ("System.Linq", Unread, "use `System.Linq.Enumerable`"),
        ("System.Runtime.InteropServices", "a slot calls no native code", "write it in C#"),
        ("System.Runtime", "this changes how code is compiled, loaded or checked", "leave it out"),
        ("System.Threading.CancellationToken", "a slot only asks whether it is cancelled", "call `ThrowIfCancellationRequested`"),
        ("System.Threading", "a slot runs on one thread and waits for nothing", "calculate in place"),
        ("System.Globalization", "a slot does not depend on the language of the machine", "use `CultureInfo.InvariantCulture`"),
        ("System.GC", "a slot has no say in memory", "leave it out"),
        ("System.WeakReference", "a slot keeps nothing between calls", "leave it out"),
    ];

    public static (string Reason, string Instead) Of(string name)
    {
        if (name.EndsWith("." + nameof(GetHashCode), StringComparison.Ordinal))
        {
            return (NoHash, Values);
        }

        foreach (var (prefix, reason, instead) in Families)
        {
            if (IsIn(name, prefix))
            {
                return (reason, instead);
            }
        }

        return ("it is not among what a slot may use", "use the types for numbers, text, time and collections");
    }

    private static bool IsIn(string name, string prefix) =>
        name.StartsWith(prefix, StringComparison.Ordinal)
        && (name.Length == prefix.Length || prefix[prefix.Length - 1] == '.' || name[prefix.Length] == '.');
}
