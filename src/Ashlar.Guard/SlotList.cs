using System;
using System.Collections.Immutable;
using System.IO;
using System.Threading;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ashlar.Guard;

/// <summary>What `slots.txt` says: the classes that have to be there, and the lines of the model that ask for them.</summary>
internal sealed class SlotList
{
    private const string FileName = "slots.txt";

    private SlotList(ImmutableArray<WantedSlot> slots) => Slots = slots;

    public ImmutableArray<WantedSlot> Slots { get; }

    /// <summary>The namespace of the module's slots; empty where there are none.</summary>
    public string Namespace => Slots.IsEmpty ? "" : Slots[0].Class.Substring(0, Slots[0].Class.LastIndexOf('.'));

    public static SlotList Of(AnalyzerOptions options, CancellationToken cancellation)
    {
        var slots = ImmutableArray.CreateBuilder<WantedSlot>();
        foreach (var file in options.AdditionalFiles)
        {
            if (Path.GetFileName(file.Path) != FileName || file.GetText(cancellation) is not { } text)
            {
                continue;
            }

            foreach (var line in text.Lines)
            {
                if (WantedSlot.Read(line.ToString(), RootOf(file.Path)) is { } slot)
                {
                    slots.Add(slot);
                }
            }
        }

        return new SlotList(slots.ToImmutable());
    }

    /// <summary>The folder of the system: the file stands in `src/Slots/NAME`.</summary>
    private static string RootOf(string path) => Path.Combine(Path.GetDirectoryName(path) ?? "", "..", "..", "..");
}

/// <summary>One line: the class, the slot, its line and column, the file of the model, and the file of the class.</summary>
internal sealed class WantedSlot
{
    private WantedSlot(string name, string slot, int line, int column, string model, string file)
    {
        Class = name;
        Slot = slot;
        Line = line;
        Column = column;
        Model = model;
        File = file;
    }

    public string Class { get; }

    public string Slot { get; }

    /// <summary>From one, as people count.</summary>
    public int Line { get; }

    public int Column { get; }

    /// <summary>The whole path of the model file, so that whoever reads the error can open it.</summary>
    public string Model { get; }

    /// <summary>Where the class is looked for by people.</summary>
    public string File { get; }

    public static WantedSlot? Read(string line, string root)
    {
        var parts = Array.ConvertAll(line.Split('|'), part => part.Trim());
        return !line.StartsWith("#", StringComparison.Ordinal) && parts.Length == 6
            && int.TryParse(parts[2], out var row) && int.TryParse(parts[3], out var column)
                ? new WantedSlot(parts[0], parts[1], row, column, Path.GetFullPath(Path.Combine(root, parts[4])), parts[5])
                : null;
    }
}
