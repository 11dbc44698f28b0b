namespace Ashlar.Tests.Guard;

/// <summary>What code tries that wants more than its slot gives it, each way once: all of it is refused at its place.</summary>
public sealed class EscapeTests : IDisposable
{
    private readonly GuardedCode _code = new();

    public static TheoryData<string, string> Statements => new()
    {
        // Files, network, processes, environment.
        { "File.ReadAllText(text);", "slot-api" },
        { "using var file = new FileStream(text, FileMode.Open);", "slot-api" },
        { "var made = new StreamReader(text).ReadToEnd();", "slot-api" },
        { "Directory.Delete(text);", "slot-api" },
        { "Path.GetTempFileName();", "slot-api" },
        { "var net = new HttpClient();", "slot-api" },
        { "System.Net.Dns.GetHostName();", "slot-api" },
        { "var socket = new System.Net.Sockets.TcpClient();", "slot-api" },
        { "System.Diagnostics.Process.Start(text);", "slot-api" },
        { "Environment.Exit(1);", "slot-api" },
        { "var home = Environment.GetEnvironmentVariable(text);", "slot-api" },
        { "AppContext.SetSwitch(text, true);", "slot-api" },
        { "Console.WriteLine(text);", "slot-api" },
        { "System.Runtime.Loader.AssemblyLoadContext.Default.LoadFromAssemblyPath(text);", "slot-api" },

        { "System.IO.Pipes.NamedPipeServerStream pipe = new(text);", "slot-api" },
        { "foreach (var line in File.ReadLines(text)) { }", "slot-api" },
        { "Action<string> delete = File.Delete;", "slot-api" },
        { "global::System.IO.File.Delete(text);", "slot-api" },
        { "List<FileInfo> files = [];", "slot-api" },
        { "var isFile = (object)text is FileInfo;", "slot-api" },

        // Data of the system, in SQL or by the code of a module.
        { "using var db = new Npgsql.NpgsqlConnection(text);", "csharp-error" },
        { "using var db = new Microsoft.Data.Sqlite.SqliteConnection(text);", "csharp-error" },
        { "System.Data.Common.DbConnection? db = null;", "slot-api" },
        { "var row = new Shop.Sales.Order();", "csharp-error" },
        { "Shop.Kernel.UnitOfWork? work = null;", "csharp-error" },

        // Clock and randomness.
        { "var today = DateTime.Today;", "slot-api" },
        { "var ticks = Environment.TickCount64;", "slot-api" },
        { "var id = Guid.CreateVersion7();", "slot-api" },
        { "var hash = level.GetHashCode();", "slot-api" },
        { "var hash = EqualityComparer<string>.Default.GetHashCode(text);", "slot-api" },
        { "var now = DateTime.Now;", "slot-api" },
        { "var now = DateTimeOffset.UtcNow;", "slot-api" },
        { "var now = TimeProvider.System.GetUtcNow();", "slot-api" },
        { "var now = at.LocalDateTime;", "slot-api" },
        { "var now = new DateTimeOffset(at.DateTime);", "slot-api" },
        { "var clock = System.Diagnostics.Stopwatch.StartNew();", "slot-api" },
        { "var zone = TimeZoneInfo.Local;", "slot-api" },
        { "var number = new Random().Next();", "slot-api" },
        { "var number = Random.Shared.Next();", "slot-api" },
        { "var id = Guid.NewGuid();", "slot-api" },
        { "var key = System.Security.Cryptography.RandomNumberGenerator.GetBytes(8);", "slot-api" },
        { "var hash = text.GetHashCode();", "slot-api" },
        { "var hash = HashCode.Combine(text, amount);", "slot-api" },
        { "var hash = (text, amount).GetHashCode();", "slot-api" },
        { "var hash = new Place(text, level).GetHashCode();", "slot-api" },
        { "Func<int> hash = text.GetHashCode;", "slot-api" },

        // Reflection, also by names that are put together.
        { "var type = text.GetType();", "slot-api" },
        { "var type = typeof(Rule);", "slot-api" },
        { "var type = Type.GetType(\"System.IO.\" + \"File\");", "slot-api" },
        { "var made = Activator.CreateInstance<List<int>>();", "slot-api" },
        { "var here = System.Reflection.Assembly.GetExecutingAssembly();", "slot-api" },
        { "var methods = typeof(Rule).GetMethods();", "slot-api" },
        { "Func<int> f = () => 1; f.DynamicInvoke();", "slot-api" },
        { "Func<int> f = () => 1; var method = f.Method;", "slot-api" },
        { "Delegate d = () => 1;", "slot-api" },
        { "System.Runtime.CompilerServices.RuntimeHelpers.RunClassConstructor(default);", "slot-api" },
        { "var values = Enum.GetValues(level.GetType());", "slot-api" },
        { "object made = Convert.ChangeType(text, TypeCode.Int32);", "slot-api" },
        { "try { throw new FormatException(); } catch (FormatException e) { var site = e.TargetSite; }", "slot-api" },
        { "System.Text.Json.JsonSerializer.Deserialize<Place>(text);", "slot-api" },

        { "Activator.CreateInstance(Type.GetType(text)!);", "slot-api" },
        { "System.Reflection.Assembly.Load(text).GetTypes()[0].GetMethods()[0].Invoke(null, null);", "slot-api" },
        { "System.Reflection.Emit.DynamicMethod? method = null;", "slot-api" },
        { "AppDomain.CurrentDomain.Load(text);", "slot-api" },

        // Expression trees and queries of other providers.
        { "System.Linq.Expressions.Expression<Func<int>> tree = () => 1;", "slot-api" },
        { "var query = new[] { 1 }.AsQueryable();", "slot-api" },
        { "var many = new[] { 1 }.AsParallel();", "slot-api" },

        // Threads, waiting, blocking.
        { "Thread.Sleep(10);", "slot-api" },
        { "Task.Run(() => 1);", "slot-api" },
        { "var value = Task.FromResult(1).Result;", "slot-api" },
        { "Task.Delay(10).Wait();", "slot-api" },
        { "Parallel.For(0, 10, i => { });", "slot-api" },
        { "var timer = new Timer(_ => { });", "slot-api" },
        { "cancellation.Register(() => { });", "slot-api" },
        { "Task.FromResult(1).GetAwaiter().GetResult();", "slot-api" },
        { "ThreadPool.QueueUserWorkItem(_ => { });", "slot-api" },
        { "using var ended = new CancellationTokenSource(10);", "slot-api" },
        { "using var one = new SemaphoreSlim(1);", "slot-api" },
        { "var n = 0; Interlocked.Increment(ref n);", "slot-api" },
        { "System.Diagnostics.Debugger.Break();", "slot-api" },
        { "lock (text) { }", "slot-language" },
        { "GC.Collect();", "slot-api" },
        { "var slots = new ThreadLocal<int>();", "slot-api" },

        // Native memory and code.
        { "unsafe { int x = 1; int* p = &x; }", "slot-language" },
        { "Span<int> full = stackalloc int[1_000_000];", "slot-language" },
        { "var p = System.Runtime.InteropServices.Marshal.AllocHGlobal(8);", "slot-api" },
        { "System.Runtime.InteropServices.NativeLibrary.Load(text);", "slot-api" },
        { "System.Runtime.CompilerServices.Unsafe.As<string, int[]>(ref text);", "slot-api" },
        { "var span = System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref amount, 2);", "slot-api" },
        { "var handle = __makeref(amount);", "slot-language" },

        // Late binding, odd control flow.
        { "dynamic late = text; late.Anything();", "slot-language" },
        { "again: goto again;", "slot-language" },

        // What is not named in the text still has a type.
        { "var stream = System.Text.Encoding.UTF8.CreateTranscodingStream(default!, default!, default!);", "slot-api" },
        { "System.Globalization.CultureInfo.CurrentCulture = null!;", "slot-api" },
        { "string.Intern(text);", "slot-api" },

        // Loops, patterns, exceptions.
        { "while (true) { }", "slot-cancellation" },
        { "do { amount++; } while (amount > 0);", "slot-cancellation" },
        { "for (;;) { amount++; }", "slot-cancellation" },
        { "for (var i = 0; i < 10; i++) { i--; }", "slot-cancellation" },
        { "try { amount++; } catch { }", "slot-exceptions" },
        { "try { amount++; } catch (Exception) { return new RuleResult.Wrong(); }", "slot-exceptions" },
        { "try { amount++; } catch (Exception e) when (true) { return new RuleResult.Wrong(); }", "slot-exceptions" },
        { "try { amount++; } catch (Exception e) when (e is not null) { return new RuleResult.Wrong(); }", "slot-exceptions" },
        { "try { amount++; } catch (OperationCanceledException) { return new RuleResult.Wrong(); }", "slot-exceptions" },
        { "try { amount++; } catch (FormatException) { }", "slot-exceptions" },
        { "var found = System.Text.RegularExpressions.Regex.IsMatch(text, \"(a+)+$\");", "slot-regex" },
        { "var pattern = new System.Text.RegularExpressions.Regex(\"(a+)+$\");", "slot-regex" },
        { "Func<int, int> f = null!; f = n => f(n + 1); f(1);", "slot-recursion" },
    };

    public static TheoryData<string, string, string, string> Declarations => new()
    {
        // members, beside the class, before the namespace, what refuses it
        { "[System.Runtime.InteropServices.DllImport(\"libc\")] private static extern int getpid();", "", "", "slot-api" },
        { "[D(\"libc\")] private static extern int getpid();", "", "using D = "
            + "System.Runtime.InteropServices.DllImportAttribute;", "slot-api" },
        { "[System.Runtime.InteropServices.LibraryImport(\"libc\")] private static partial int getpid();", "", "", "slot-api" },
        { "private static string Here([System.Runtime.CompilerServices.CallerFilePath] string path = \"\") => path;",
            "", "", "slot-api" },
        { "private static void Drop(string name) => F.Delete(name);", "", "using F = System.IO.File;", "slot-api" },
        { "private static void Drop(string name) => Delete(name);", "", "using static System.IO.File;", "slot-api" },
        { "private static extern int Get();", "", "", "slot-language" },
        { "[System.Runtime.CompilerServices.ModuleInitializer] internal static void Begin() { }", "", "", "slot-api" },
        { "[System.Runtime.CompilerServices.UnsafeAccessor(System.Runtime.CompilerServices.UnsafeAccessorKind.Field, "
            + "Name = \"_x\")] private static extern ref int Get(Place p);", "", "", "slot-api" },
        { "[ThreadStatic] private static int _n;", "", "", "slot-api" },
        { "", "", "[assembly: System.Runtime.CompilerServices.TypeForwardedTo(typeof(string))]", "slot-language" },
        { "", "", "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Shop.Sales\")]", "slot-language" },
        { "", "", "[module: System.Runtime.CompilerServices.SkipLocalsInit]", "slot-language" },
        { "private static int _calls;", "", "", "slot-state" },
        { "private static readonly List<int> Kept = [];", "", "", "slot-state" },
        { "private static readonly int[] Kept = [1];", "", "", "slot-state" },
        { "public static int Calls { get; set; }", "", "", "slot-state" },
        { "public static event Action? Called;", "", "", "slot-state" },
        { "private static readonly Func<int> Kept = () => 1;", "", "", "slot-state" },
        { "private static readonly Box Kept = new();", "internal sealed class Box { public int Value; }", "", "slot-state" },
        { "private async Task<int> Later() => await Task.FromResult(1);", "", "", "slot-language" },
        { "private async void Later() { }", "", "", "slot-language" },
        { "~Rule() { }", "", "", "slot-language" },
        { "private volatile int _n;", "", "", "slot-language" },
        { "private unsafe int* _p;", "", "", "slot-language" },
        { "private unsafe delegate*<int> _f;", "", "", "slot-language" },
        { "private System.IO.Stream? _kept;", "", "", "slot-api" },
        { "private static int Down(int n) => n == 0 ? 0 : Down(n - 1);", "", "", "slot-recursion" },
        { "private static int Ping(int n) => Pong(n); private static int Pong(int n) => Ping(n);", "", "", "slot-recursion" },
        { "private int Deep => Deep + 1;", "", "", "slot-recursion" },
        { "private static int Of(INode n) => n.Value();", "internal interface INode { int Value(); } internal sealed "
            + "class Loop : INode { private readonly INode _next = new Loop(); public int Value() => _next.Value(); "
                + "}", "", "slot-recursion" },
        { "[System.Text.RegularExpressions.GeneratedRegex(\"a\")] private static partial "
            + "System.Text.RegularExpressions.Regex A();", "", "", "slot-api" },
        { "", "internal sealed class Mine : Attribute { public Mine() => File.Delete(\"x\"); }", "", "slot-api" },
        { "", "internal sealed class Loader : System.Runtime.Loader.AssemblyLoadContext { }", "", "slot-api" },
        { "private static IAsyncEnumerable<int> Many() => throw new NotSupportedException(); private static "
            + "System.Threading.Tasks.ValueTask T() => default;", "", "", "slot-api" },
    };

    public void Dispose() => _code.Dispose();

    [Theory]
    [MemberData(nameof(Statements))]
    public void A_statement_that_reaches_out_is_refused(string statement, string code) =>
        ExpectRefused(GuardedCode.Around(statement), code);

    [Theory]
    [MemberData(nameof(Declarations))]
    public void A_declaration_that_reaches_out_is_refused(string members, string beside, string before, string code) =>
        ExpectRefused(GuardedCode.Around("", members, beside, before), code);

    /// <summary>In a namespace of the system a type would take the place of one that the module means.</summary>
    [Theory]
    [InlineData("namespace Shop.Sales; public sealed class Refusal { }")]
    [InlineData("namespace System.Runtime.CompilerServices; internal sealed class ModuleInitializerAttribute : Attribute { }")]
    [InlineData("public sealed class Refusal { }")]
    [InlineData("namespace Shop.Sales.SlotsOfOthers; public sealed class Refusal { }")]
    public void A_type_in_another_namespace_is_refused(string other)
    {
        _code.With("custom/Shop.Sales/Other.cs", other);
        var found = _code.Find(GuardedCode.Around(""));
        Assert.Contains(found, one => one.Code == "slot-language" && one.Location.Path == "custom/Shop.Sales/Other.cs");
    }

    /// <summary>Nothing that stands in or beside the code turns a rule down.</summary>
    [Theory]
    [InlineData("// <auto-generated/>\n")]
    [InlineData("#pragma warning disable\n")]
    [InlineData("#pragma warning disable SlotApi // it is needed here, believe me\n")]
    [InlineData("#nullable disable\n#pragma warning disable SlotApi, SlotSuppression // it is needed here\n")]
    [InlineData("#line hidden\n")]
    [InlineData("#line 1 \"Other.g.cs\"\n")]
    [InlineData("#define GUARD_OFF\n")]
    public void No_comment_and_no_pragma_switches_the_guard_off(string before) =>
        ExpectRefused(GuardedCode.Around("File.Delete(text);", before: before), "slot-api");

    [Theory]
    [InlineData("[System.Diagnostics.CodeAnalysis.SuppressMessage(\"Slots\", \"SlotApi\", Justification = \"because I "
        + "want it so\")]")]
    [InlineData("[System.CodeDom.Compiler.GeneratedCode(\"me\", \"1\")]")]
    [InlineData("[System.Diagnostics.CodeAnalysis.ExcludeFromCodeCoverage]")]
    public void No_attribute_switches_the_guard_off(string attribute) =>
        ExpectRefused(GuardedCode.Around("", $"{attribute} private static void Try() => File.Delete(\"x\");"), "slot-api");

    [Fact]
    public void No_setting_beside_the_code_switches_the_guard_off()
    {
        _code.With("custom/Shop.Sales/.editorconfig", "root = true\n[*.cs]\ngenerated_code = "
            + "true\ndotnet_diagnostic.SlotApi.severity = none\n");
        _code.With("custom/.globalconfig", "is_global = true\ndotnet_diagnostic.SlotApi.severity = none\n");
        _code.With("custom/Directory.Build.props", "<Project><PropertyGroup><NoWarn>SlotApi</NoWarn></PropertyGroup></Project>");
        ExpectRefused(GuardedCode.Around("File.Delete(text);"), "slot-api");
    }

    private void ExpectRefused(string file, string code)
    {
        var found = _code.Find(file);
        Assert.Contains(found, one => one.Code == code);
        Assert.All(found.Where(one => one.Code.StartsWith("slot-", StringComparison.Ordinal)), one =>
        {
            Assert.Equal(GuardedCode.File, one.Location.Path);
            Assert.NotEqual(0, one.Location.Span.Length);
            Assert.NotEmpty(one.Notes);
            Assert.NotEmpty(one.Helps);
        });
    }
}
