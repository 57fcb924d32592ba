from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = 'catalogue.html'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    l_0_language = resolve('language')
    l_0_direction = resolve('direction')
    l_0_policy = resolve('policy')
    l_0_t = resolve('t')
    l_0_style = resolve('style')
    l_0_n = resolve('n')
    l_0_courses = resolve('courses')
    l_0_findings = resolve('findings')
    l_0_english = resolve('english')
    l_0_version = resolve('version')
    l_0_facts = resolve('facts')
    l_0_script = resolve('script')
    try:
        t_1 = environment.filters['length']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named 'length' found.")
    pass
    yield '<!DOCTYPE html>\n<html lang="'
    yield escape((undefined(name='language') if l_0_language is missing else l_0_language))
    yield '" dir="'
    yield escape((undefined(name='direction') if l_0_direction is missing else l_0_direction))
    yield '">\n<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="'
    yield escape((undefined(name='policy') if l_0_policy is missing else l_0_policy))
    yield '">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'catalogue.title'))
    yield '</title>\n<style>\n'
    yield escape((undefined(name='style') if l_0_style is missing else l_0_style))
    yield '\n</style>\n</head>\n<body>\n<a class="skip" href="#courses">'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'page.skip'))
    yield '</a>\n<header>\n<div class="page">\n<h1>'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'catalogue.title'))
    yield '</h1>\n<p role="status" id="found">'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'catalogue.found', n=(undefined(name='n') if l_0_n is missing else l_0_n)))
    yield '</p>\n<form role="search" hidden>\n<p><label for="words">'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'catalogue.search'))
    yield '</label>\n<input type="search" id="words" autocomplete="off" spellcheck="false" aria-describedby="hint">\n<span class="quiet" id="hint">'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'catalogue.hint'))
    yield '</span></p>\n<p><label for="language">'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'catalogue.language'))
    yield '</label>\n<select id="language"><option value="">'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'catalogue.all_languages'))
    yield '</option></select></p>\n</form>\n</div>\n</header>\n<main class="page" id="courses" tabindex="-1">\n'
    for l_1_c in (undefined(name='courses') if l_0_courses is missing else l_0_courses):
        _loop_vars = {}
        pass
        yield '<article data-languages="'
        yield escape(environment.getattr(l_1_c, 'tags'))
        yield '" aria-labelledby="c'
        yield escape(environment.getattr(l_1_c, 'n'))
        yield '">\n<h2 id="c'
        yield escape(environment.getattr(l_1_c, 'n'))
        yield '"'
        yield escape(environment.getattr(l_1_c, 'marks'))
        yield '>'
        yield escape(environment.getattr(l_1_c, 'title'))
        yield '</h2>\n'
        for l_2_each in environment.getattr(l_1_c, 'further'):
            _loop_vars = {}
            pass
            yield '<p class="further"'
            yield escape(environment.getattr(l_2_each, 'marks'))
            yield '>'
            yield escape(environment.getattr(l_2_each, 'title'))
            yield '</p>\n'
        l_2_each = missing
        yield '<p class="quiet"><code>'
        yield escape(environment.getattr(l_1_c, 'path'))
        yield '</code></p>\n'
        if (environment.getattr(l_1_c, 'status') != 'built'):
            pass
            yield '<p class="loud">'
            yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'catalogue.not_built', _loop_vars=_loop_vars))
            yield '</p>\n<ul'
            yield escape((undefined(name='english') if l_0_english is missing else l_0_english))
            yield '>\n'
            for l_2_f in environment.getattr(l_1_c, 'loud'):
                _loop_vars = {}
                pass
                yield '<li>'
                yield escape(environment.getattr(l_2_f, 'code'))
                yield ' <code>'
                yield escape(environment.getattr(l_2_f, 'path'))
                if environment.getattr(l_2_f, 'line'):
                    pass
                    yield ':'
                    yield escape(environment.getattr(l_2_f, 'line'))
                yield '</code>: '
                yield escape(environment.getattr(l_2_f, 'message'))
                yield '</li>\n'
            l_2_f = missing
            yield '</ul>\n'
        if environment.getattr(l_1_c, 'description'):
            pass
            yield '<p'
            yield escape(environment.getattr(l_1_c, 'marks'))
            yield '>'
            yield escape(environment.getattr(l_1_c, 'description'))
            yield '</p>\n'
        yield '<dl>\n'
        for (l_2_name, l_2_value, l_2_marks) in environment.getattr(l_1_c, 'facts'):
            _loop_vars = {}
            pass
            yield '<div><dt>'
            yield escape(l_2_name)
            yield '</dt><dd><bdi'
            yield escape(l_2_marks)
            yield '>'
            yield escape(l_2_value)
            yield '</bdi></dd></div>\n'
        l_2_name = l_2_value = l_2_marks = missing
        yield '</dl>\n'
        if environment.getattr(l_1_c, 'report_url'):
            pass
            yield '<p><a href="'
            yield escape(environment.getattr(l_1_c, 'report_url'))
            yield '" aria-describedby="c'
            yield escape(environment.getattr(l_1_c, 'n'))
            yield '">'
            yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'report.kicker', _loop_vars=_loop_vars))
            yield '</a></p>\n'
        if environment.getattr(l_1_c, 'groups'):
            pass
            yield '<details>\n<summary aria-describedby="c'
            yield escape(environment.getattr(l_1_c, 'n'))
            yield '">'
            yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'report.glance_packages', _loop_vars=_loop_vars))
            yield ' ('
            yield escape(t_1(environment.getattr(l_1_c, 'packages')))
            yield ')</summary>\n'
            for l_2_group in environment.getattr(l_1_c, 'groups'):
                _loop_vars = {}
                pass
                yield '<p><bdi lang="'
                yield escape(environment.getattr(l_2_group, 'tag'))
                yield '">'
                yield escape(environment.getattr(l_2_group, 'name'))
                yield '</bdi>:\n'
                for l_3_file in environment.getattr(l_2_group, 'files'):
                    _loop_vars = {}
                    pass
                    yield '<a href="'
                    yield escape(environment.getattr(l_3_file, 'url'))
                    yield '" download>'
                    yield escape(environment.getattr(l_3_file, 'name'))
                    yield '</a>\n'
                l_3_file = missing
                yield '</p>\n'
            l_2_group = missing
            yield '</details>\n'
        if (environment.getattr(l_1_c, 'competencies') and environment.getattr(environment.getattr(l_1_c, 'competencies'), 'covered')):
            pass
            yield '<details>\n<summary aria-describedby="c'
            yield escape(environment.getattr(l_1_c, 'n'))
            yield '">'
            yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'report.glance_competencies', _loop_vars=_loop_vars))
            yield ' ('
            yield escape(t_1(environment.getattr(environment.getattr(l_1_c, 'competencies'), 'covered')))
            yield ')</summary>\n<ul'
            yield escape(environment.getattr(l_1_c, 'marks'))
            yield '>\n'
            for l_2_item in environment.getattr(environment.getattr(l_1_c, 'competencies'), 'covered'):
                _loop_vars = {}
                pass
                yield '<li><b>'
                yield escape(environment.getattr(l_2_item, 'code'))
                yield '</b> '
                yield escape(environment.getattr(l_2_item, 'label'))
                yield '</li>\n'
            l_2_item = missing
            yield '</ul>\n</details>\n'
        yield '</article>\n'
    l_1_c = missing
    yield '</main>\n'
    if (undefined(name='findings') if l_0_findings is missing else l_0_findings):
        pass
        yield '<section class="page" aria-labelledby="findings">\n<h2 id="findings">'
        yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'report.findings'))
        yield '</h2>\n<ul'
        yield escape((undefined(name='english') if l_0_english is missing else l_0_english))
        yield '>\n'
        for l_1_f in (undefined(name='findings') if l_0_findings is missing else l_0_findings):
            _loop_vars = {}
            pass
            yield '<li>'
            yield escape(environment.getattr(l_1_f, 'code'))
            yield ' <code>'
            yield escape(environment.getattr(l_1_f, 'path'))
            if environment.getattr(l_1_f, 'line'):
                pass
                yield ':'
                yield escape(environment.getattr(l_1_f, 'line'))
            yield '</code>: '
            yield escape(environment.getattr(l_1_f, 'message'))
            yield '</li>\n'
        l_1_f = missing
        yield '</ul>\n</section>\n'
    yield '<footer class="page">\n<p>'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'catalogue.made', version=(undefined(name='version') if l_0_version is missing else l_0_version)))
    yield '</p>\n</footer>\n<script type="application/json" id="facts">'
    yield escape((undefined(name='facts') if l_0_facts is missing else l_0_facts))
    yield '</script>\n<script>'
    yield escape((undefined(name='script') if l_0_script is missing else l_0_script))
    yield '</script>\n</body>\n</html>'

blocks = {}
debug_info = '2=30&5=34&7=36&9=38&13=40&16=42&17=44&19=46&21=48&22=50&23=52&28=54&29=58&30=62&31=68&32=72&34=78&35=80&36=83&37=85&38=87&39=91&43=103&44=106&47=111&48=115&51=123&52=126&54=132&56=135&57=141&58=145&59=149&60=153&66=161&68=164&69=170&70=172&71=176&79=185&81=188&82=190&83=192&84=196&90=209&92=211&93=213'
